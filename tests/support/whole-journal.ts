import { sha256 } from '../../server/adapters/hashing.ts'
import type { Act, CaseFile } from '../../server/domain/cases/case-file.ts'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { type Rows, unlike } from './every-row.ts'

interface ActInCase extends Act {
  readonly caseId: CaseId
}
interface Content {
  readonly handover?: { readonly id: string; readonly version: number }
  /** Commitments to what it says of each case. */
  readonly cases: readonly string[]
}

/**
 * An act, in however many cases, has one row each in the journal, its content, the outbox and the client's keys, and a
 * part in the journal for each case; they say what the acts say, and the leaf commits to them. No such row belongs to an act that is not there.
 */
export function journalFaults(rows: Rows, files: readonly CaseFile[]): readonly string[] {
  const acts = files.flatMap(({ id, acts }) => acts.map((act): ActInCase => ({ ...act, caseId: id })))
  const entries = [...Map.groupBy(acts, ({ journal }) => journal)].map(([id, inCases]) => {
    const [{ action: kind, at, by, handover }] = inCases as [ActInCase]
    return { id, kind, at, by, handover, inCases: inCases.toSorted(byText(({ caseId }) => caseId)) }
  })
  const contents = rows.journalContent.map(({ content }) => JSON.parse(content) as Content & { readonly id: string })
  const versions = new Map(contents.map(({ id, handover }) => [id, handover?.version]))
  const leaves = new Map(rows.journalContent.map(({ id, salt, content }) => [id, sha256(`${salt}\n${content}`)]))
  const parts = Map.groupBy(rows.journalParts, ({ journal }) => journal)
  const leafOf = (id: string) => leaves.get(id) ?? 'none: the content is missing'

  const journal = entries.map(({ id, kind, at }) => ({ id, kind, at, leaf: leafOf(id) }))
  const journalContent = entries.map(({ id, kind, at, by: { person: _, ...by }, handover, inCases }) => ({
    id,
    kind,
    at,
    by,
    handover: handover && { id: handover, version: versions.get(id) },
    cases: inCases.length,
  }))
  const journalParts = entries.flatMap(({ id, inCases }) =>
    inCases.map(({ caseId, seq, step, result, record }) => {
      return { journal: id, caseId, content: { id: caseId, version: seq, step, result, record } }
    }),
  )
  const outbox = entries.map(({ id, kind, at, handover, inCases }) => {
    const cases = inCases.map(({ caseId }) => caseId)
    return { id, topic: kind, at, payload: { action: kind, cases, noun: handover ?? cases[0] } }
  })
  const keys = entries.map(({ id, at, by, handover, inCases }) => ({
    account: by.account,
    journal: id,
    leaf: leafOf(id),
    at,
    nounType: handover ? 'Handover' : 'Case',
    nounId: handover ?? inCases[0]?.caseId,
  }))
  return [
    ...unlike('journal', journal, rows.journal),
    ...unlike(
      'journal_content',
      journalContent,
      contents.map((content) => ({ ...content, cases: content.cases.length })),
    ),
    ...unlike(
      'journal_parts',
      journalParts,
      rows.journalParts.map(({ journal: entry, caseId, content }) => {
        return { journal: entry, caseId, content: JSON.parse(content) }
      }),
    ),
    ...contents.flatMap(({ id, cases }) => commitmentFaults(id, cases, parts.get(id) ?? [])),
    ...unlike(
      'outbox',
      outbox,
      rows.outbox.map((row) => ({ ...row, payload: JSON.parse(row.payload) })),
    ),
    ...unlike(
      'idempotency',
      keys,
      rows.idempotency.map(({ key: _, inputHash: __, ...row }) => row),
    ),
    ...versionFaults(contents),
  ]
}

/** The content commits to each part, in the order of the parts. */
function commitmentFaults(id: string, cases: readonly string[], parts: Rows['journalParts']): readonly string[] {
  const reckoned = parts
    .toSorted((one, other) => one.position - other.position)
    .map(({ salt, content }) => sha256(`${salt}\n${content}`))
  return reckoned.join() === cases.join() ? [] : [`journal_content ${id} does not commit to its parts`]
}

/** The versions a list had, one entry each: 1, 2, 3 … */
function versionFaults(contents: readonly Content[]): readonly string[] {
  const stored = contents.flatMap(({ handover }) => handover ?? [])
  const gapless = [...Map.groupBy(stored, ({ id }) => id)].flatMap(([id, own]) =>
    own.map((_, before) => ({ id, version: before + 1 })),
  )
  return unlike('versions of handovers', gapless, stored)
}

const byText =
  <T>(text: (one: T) => string) =>
  (one: T, other: T): number =>
    text(one) < text(other) ? -1 : 1

/** Of what is still there: contents that do not prove their leaf, and parts that their content does not name. */
export function commitmentsFaults({ journal, journalContent, journalParts }: Rows): readonly string[] {
  const leaves = new Map(journal.map(({ id, leaf }) => [id, leaf]))
  const contents = new Map(journalContent.map(({ id, content }) => [id, JSON.parse(content) as Content]))
  return [
    ...journalContent.flatMap(({ id, salt, content }) =>
      leaves.get(id) === sha256(`${salt}\n${content}`) ? [] : [`the content of ${id} does not prove its leaf`],
    ),
    ...journalParts.flatMap(({ journal: id, position, salt, content }) =>
      contents.get(id)?.cases[position] === sha256(`${salt}\n${content}`) ? [] : [`part ${position} of ${id}`],
    ),
  ]
}
