import type { CaseFile } from '../cases/case-file.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import { type HandoverFile, handoverAction, travelling } from './act.ts'
import { countFacts, countsOf, sameCounts, without } from './counts.ts'
import { confirmReceptionFields } from './inputs.ts'

/**
 * The country of return says who on the list arrived. Counts are persons; `receivedAt` is when the post wrote it down.
 * Who did not arrive stays owed, as an incident of that case. Refuses RECEPTION_BEFORE_HANDOVER and COUNTS_DISAGREE.
 * Source: GMS guidelines 2007, section 5.
 */
export const confirmReception = handoverAction(
  'confirmReception',
  'The post or welfare agency of the country of return says who on the list arrived. Counts must equal the list less who did not.',
  confirmReceptionFields,
  (list, { receivedAt, counts, notReceived }) => {
    const { handover } = list
    const missing = notReceived ?? []
    const expectedFiles = waitedFor(list)
    const waited = new Set(expectedFiles.map(({ id }) => id))
    if (missing.some((id) => !waited.has(id))) return new Refusal([problem('CASE_NOT_ON_LIST', {}, ['notReceived'])])
    if (handover.handedOverAt && receivedAt < handover.handedOverAt)
      return refuse('RECEPTION_BEFORE_HANDOVER', { handedOverAt: handover.handedOverAt }, ['receivedAt'])
    const expected = countsOf(without(expectedFiles, missing))
    if (!sameCounts(counts, expected)) {
      const facts = { expected: countFacts(expected), received: countFacts(counts) }
      return refuse('COUNTS_DISAGREE', facts, ['counts'])
    }
    // Incidents settled otherwise stay on the list until it is closed.
    const settled = handover.missing.filter((id) => !waited.has(id))
    const status = missing.length + settled.length > 0 ? 'PARTLY_RECEIVED' : 'RECEIVED'
    return {
      handover: {
        ...handover,
        status,
        receivedAt: handover.receivedAt ?? receivedAt,
        missing: [...settled, ...missing],
      },
      inCase: ({ id }) =>
        missing.includes(id) ? { result: 'not-received', completes: false } : { result: 'received' },
    }
  },
  (list) => (list.handover.missing.length === 0 ? travelling(list.files) : waitedFor(list)),
)

/** Handed over, and neither received, nor settled otherwise, nor stopped on the way. */
const waitedFor = ({ handover, files }: HandoverFile): readonly CaseFile[] =>
  travelling(files).filter(
    ({ id, state }) => handover.missing.includes(id) && (handover.receivedAt === null || state.missingSince !== null),
  )
