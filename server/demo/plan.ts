import { stages } from '../domain/cases/stage.ts'
import { type Corridor, countryCodes } from '../domain/kernel/country.ts'
import type { Code } from '../domain/kernel/ids.ts'
import type { World } from '../domain/world.ts'
import { Seeded } from './seeded.ts'

/** How far a fictitious case shall come, and what happens on its way. */
export interface Plan extends Corridor {
  readonly number: number
  readonly goal: Exclude<(typeof stages)[number], 'FOLLOW_UP'>
  readonly ending: 'refused' | 'risk' | 'withdrawn' | null
  /** Whether it waits on hold where it shall stay. */
  readonly held: boolean
  readonly child: boolean
  /** Days before the start of the demo on which it is drafted. */
  readonly daysBefore: number
  readonly profile: Readonly<Record<string, unknown>>
  /** Whether it is returned for information once on its way. */
  readonly asked: boolean
  readonly chance: Seeded
}

/** How long a case of the demo is under way when it gets so far: earliest and latest, in days. */
const DAYS: Readonly<Record<Plan['goal'], readonly [number, number]>> = {
  DRAFT: [1, 6],
  IN_REVIEW: [1, 5],
  SENT: [2, 6],
  RETURNED: [5, 16],
  IN_PROGRESS: [5, 25],
  ACCEPTED: [10, 22],
  HANDOVER_AGREED: [14, 20],
  HANDED_OVER: [45, 52],
  RECEIVED: [45, 55],
  CLOSED: [50, 58],
  STOPPED: [15, 40],
}
const ENDINGS = ['refused', 'risk', 'withdrawn'] as const
const goals = stages.filter((stage): stage is Plan['goal'] => stage !== 'FOLLOW_UP')
const corridors: readonly Corridor[] = countryCodes.flatMap((requestingCountry) =>
  countryCodes.flatMap((countryOfReturn) =>
    requestingCountry === countryOfReturn ? [] : [{ requestingCountry, countryOfReturn }],
  ),
)

/** The cases of the demo: every corridor, every stage, one in five a child. All invented. */
export const planCases = (world: World, count: number): readonly Plan[] =>
  Array.from({ length: count }, (_unused, number) => {
    const chance = new Seeded(number + 1)
    const corridor = corridors[number % corridors.length] as Corridor
    const goal = goals[(number + Math.floor(number / corridors.length)) % goals.length] as Plan['goal']
    const [least, most] = DAYS[goal]
    const child = number % 5 === 0
    return {
      ...corridor,
      number,
      goal,
      ending: goal === 'STOPPED' ? (ENDINGS[number % ENDINGS.length] ?? null) : null,
      held: goal === 'IN_PROGRESS' && number % 3 === 0,
      child,
      daysBefore: least + chance.below(most - least + 1),
      profile: profileOf(world, child, chance),
      asked: goal === 'RETURNED' || number % 4 === 1,
      chance,
    }
  })

function profileOf(world: World, child: boolean, chance: Seeded): Readonly<Record<string, unknown>> {
  const some = (list: string, but: readonly string[] = []): Code =>
    chance.one([...(world.codes.get(list)?.keys() ?? [])].filter((code) => !but.includes(code)))
  const ages = [...(world.codes.get('age-band')?.values() ?? [])].filter(({ minor }) => (minor === true) === child)
  return {
    ageBand: chance.one(ages).code,
    ageBasis: some('age-basis'),
    sex: some('sex', ['not-stated']),
    claimedStatus: chance.below(8) === 0 ? 'permanent-resident' : 'national',
    identification: some('identification-result', ['not-a-victim']),
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
