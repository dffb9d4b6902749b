import { writesOf } from '../../db/commit-writes.ts'
import { sha256 } from '../../server/adapters/hashing.ts'
import { momentOf, randomSalt } from '../../server/chance.ts'
import type { Change } from '../../server/domain/cases/act.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import { entryOf } from '../../server/domain/journal/entry.ts'
import type { JournalId } from '../../server/domain/kernel/ids.ts'
import { isRefusal } from '../../server/domain/kernel/problem.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { decide } from '../../server/services/decide.ts'
import type { WayHome } from './way-home.ts'

/** The act as the service does it, with words in its record that no input takes: whatever an act keeps goes this way. */
export async function actWithNote(
  way: WayHome,
  name: ActionName,
  by: Actor,
  target: string | null,
  input: object,
  note: string,
): Promise<string> {
  const { service } = way
  const { world } = service
  const at = momentOf(way.clock)
  const journal = at.randomId() as JournalId
  const key = way.key()
  const request = { target, input: input as Record<string, unknown>, key, expectedVersion: null }
  const decided = await decide(service, name, request, { world, by, at, journal, named: new Map() })
  if (isRefusal(decided)) throw new Error(`${name}: ${JSON.stringify(decided.problems)}`)
  const change = withNote(decided, note)
  const entry = entryOf(journal, name, change, by, at.now, { salt: randomSalt, sha256 })
  const id = change.cases[0]?.after.id ?? ''
  const noun = { type: 'Case', id } as const
  const commit = { change, entry, account: by.account, key, inputHash: 'none', noun, facts: [] }
  if ((await service.engine.commit(writesOf(world, commit))) !== null) throw new Error(`${name} met a rival`)
  return id
}

const withNote = (change: Change, note: string): Change => ({
  ...change,
  cases: change.cases.map(({ before, after }) => {
    const acts = after.acts.map((act) =>
      act === after.acts.at(-1) ? { ...act, record: { ...act.record, note } } : act,
    )
    return { before, after: { ...after, acts } }
  }),
})
