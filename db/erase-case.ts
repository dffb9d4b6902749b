import type { CaseFile } from '../server/domain/cases/case-file.ts'
import { cellOf } from '../server/domain/handovers/counts.ts'
import type { Handover } from '../server/domain/handovers/handover.ts'
import { isConference } from '../server/domain/meetings/any-meeting.ts'
import type { Certificate } from '../server/domain/retention/certificate.ts'
import { clearQueue, deleteHandoverCase } from './commit-statements.ts'
import type { Engine } from './engine.ts'
import * as deletes from './erasure-deletes.ts'
import * as reads from './erasure-reads.ts'
import { unchanged } from './queue-writes.ts'
import { contentOf } from './register-content.ts'
import { registerWrites } from './register-queries.ts'
import type { Statement, Write } from './statement.ts'

/** All that lies in the store of one case, as far as it must be looked at before it goes. */
export interface Traces {
  readonly file: CaseFile
  readonly counts: Certificate['counts']
  /** Entries that say nothing of any other case, and lose their content. */
  readonly soleEntries: readonly string[]
  readonly writes: readonly Write[]
}

interface List {
  readonly id: string
  readonly version: number
  readonly content: string
}
type Entry = Awaited<ReturnType<typeof registersNaming>>[number]

/** Finds everything that one case left behind, and what must be written so that nothing of it is there any more. */
export async function tracesOf(engine: Engine, file: CaseFile): Promise<Traces> {
  const caseId = file.id
  const count = async (one: Statement<unknown>, params: object = {}) =>
    (await engine.all(one, { caseId, ...params })).length
  const journalParts = await engine.all(reads.journalPartsOfCase, { caseId })
  // Beside those, what was written before entries had parts: such an entry goes whole.
  const entries = [...new Set([...journalParts.map(({ journal }) => journal), ...file.acts.map((act) => act.journal)])]
  const journals = JSON.stringify(entries)
  const shared = new Set((await engine.all(reads.sharedEntries, { caseId, journals })).map((one) => one.journal))
  const soleEntries = entries.filter((id) => !shared.has(id))
  const notices = await engine.all(reads.noticesOf, { journals })
  const lists = (await engine.all(reads.listsOfCase, { caseId })) as readonly List[]
  const ids = JSON.stringify(lists.map(({ id }) => id))
  const others = await engine.all(reads.othersOnLists, { caseId, lists: ids })
  const stays = new Set(others.map(({ handover }) => handover))
  const registers = await registersNaming(engine, caseId)
  const nouns = JSON.stringify([caseId, ...lists.flatMap(({ id }) => (stays.has(id) ? [] : [id]))])
  const counts = {
    acts: file.acts.length,
    parts: await count(reads.partsOfCase),
    queue: await count(reads.queueOfCase),
    escalations: await count(reads.escalationsOfCase),
    handovers: lists.length,
    registers: registers.length,
    keys: await count(reads.keysOfNouns, { nouns }),
    notices: notices.length,
    journalParts: journalParts.length,
  }
  const writes: readonly Write[] = [
    ...lists.flatMap((list) => listWrites(list, file, stays.has(list.id))),
    // Refused where anybody acted in it meanwhile: then it is looked at again.
    unchanged(file),
    ...registers.flatMap((entry) => registerWritesFor(entry, caseId)),
    // A request that came meanwhile has an entry of its own in the journal: then it is looked at again.
    {
      statement: deletes.deleteRegister,
      params: { kind: 'erasure', id: caseId },
      unless: { rows: 0, refused: 'conflict' },
    },
    { statement: deletes.deleteKeys, params: { nouns } },
    { statement: deletes.deleteNotices, params: { journals: JSON.stringify(soleEntries) } },
    ...notices.flatMap(({ id, payload }) => (shared.has(id) ? [noticeWithout(id, payload, caseId)] : [])),
    { statement: deletes.deleteJournalParts, params: { caseId } },
    { statement: deletes.deleteJournalContent, params: { journals } },
    { statement: deletes.deleteEscalations, params: { caseId } },
    { statement: clearQueue, params: { caseId } },
    { statement: deletes.deleteWorkChanges, params: { caseId } },
    { statement: deletes.deleteParts, params: { caseId } },
    { statement: deletes.deleteActs, params: { caseId } },
    { statement: deletes.deleteCase, params: { caseId }, unless: { rows: 1, refused: 'conflict' } },
  ]
  return { file, counts, soleEntries, writes }
}

const registersNaming = (engine: Engine, caseId: string) =>
  engine.all(reads.registersNaming, { caseId, erasure: 'erasure', meeting: 'meeting', naming: `%${caseId}%` })

/** A list goes with its last case; else it forgets this one. Its version rises, so that no act writes the old list back. */
function listWrites({ id, version, content }: List, file: CaseFile, stays: boolean): readonly Write[] {
  const off: Write = { statement: deleteHandoverCase, params: { handover: id, caseId: file.id } }
  const unless = { rows: 1, refused: 'conflict' } as const
  if (!stays) return [off, { statement: deletes.deleteHandover, params: { id, version }, unless }]
  const list = JSON.parse(content) as Handover
  const cell = cellOf(file.state)
  const counts = { ...list.counts, [cell]: Math.max(0, list.counts[cell] - 1) }
  const missing = list.missing.filter((one) => one !== file.id)
  const rewritten = JSON.stringify({ ...list, counts, missing })
  return [off, { statement: deletes.rewriteHandover, params: { id, version, content: rewritten }, unless }]
}

/** A request goes; a meeting was held, and keeps how many cases it took up. */
function registerWritesFor({ kind, id, version, content, at }: Entry, caseId: string): readonly Write[] {
  if (kind === 'erasure') return [{ statement: deletes.deleteRegister, params: { kind, id } }]
  const meeting = contentOf('meeting', content)
  if (isConference(meeting)) return []
  const items = meeting.items.filter((item) => item.caseId !== caseId)
  const erased = (meeting.erased ?? 0) + meeting.items.length - items.length
  const after = { kind: 'meeting', id, version: version + 1, content: { ...meeting, items, erased } } as const
  return registerWrites({ before: version, after }, at as never)
}

/** What other systems shall hear of an act on several cases, without this one. */
function noticeWithout(id: string, payload: string, caseId: string): Write {
  const notice = JSON.parse(payload) as { readonly cases: readonly string[] }
  const cases = notice.cases.filter((one) => one !== caseId)
  return { statement: deletes.rewriteNotice, params: { id, payload: JSON.stringify({ ...notice, cases }) } }
}
