import type { Code } from '../domain/kernel/ids.ts'
import type { World } from '../domain/world.ts'
import type { Seeded } from './seeded.ts'
import type { Entered } from './turn.ts'

/** A person in codes, invented; one in eight is a permanent resident, one in ten still waits for the identification. */
export function profileOf(world: World, child: boolean, chance: Seeded): Entered {
  const some = (list: string, but: readonly string[] = []): Code =>
    chance.one([...(world.codes.get(list)?.keys() ?? [])].filter((code) => !but.includes(code)))
  const ages = [...(world.codes.get('age-band')?.values() ?? [])].filter(({ minor }) => (minor === true) === child)
  return {
    ageBand: chance.one(ages).code,
    ageBasis: some('age-basis'),
    sex: some('sex', ['not-stated']),
    claimedStatus: chance.below(8) === 0 ? 'permanent-resident' : 'national',
    identification: chance.below(10) === 0 ? 'presumed' : 'identified',
    decidingBody: some('deciding-body'),
    exploitation: [
      some('exploitation', child ? ['forced-marriage', 'debt-bondage'] : ['child-labour', 'illegal-adoption']),
    ],
    controlMeans: [some('control-means')],
    recruitment: [some('recruitment-method')],
    sector: some('sector'),
    needs: [some('needs')],
    shelter: some('shelter-class'),
  }
}
