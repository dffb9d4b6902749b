import type { Phase } from '../../server/domain/cases/phase.ts'
import type { Held } from './told.ts'
import { meeting, type WayOverHttp } from './way-over-http.ts'

/** A case in one phase; an accepted one stands on a proposed list. */
export interface InPhase extends Held {
  readonly phase: Phase
}

const MAKE: Readonly<Record<Phase, (way: WayOverHttp) => Promise<Held>>> = {
  draft: async (way) => ({ caseId: await way.draft('TH', 'LA') }),
  sent: async (way) => ({ caseId: await way.send('TH', 'LA') }),
  async accepted(way) {
    const caseId = await way.accept('TH', 'LA')
    const list = { caseIds: [caseId], crossing: 'la-th-vientiane-nong-khai', ...meeting }
    return { caseId, handoverId: await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list) }
  },
  async closed(way) {
    const [caseId, focal] = [await way.send('TH', 'LA'), await way.key('LA', 'focal')]
    await way.must(focal, 'acknowledgeRequest', { caseId })
    await way.must(focal, 'refuseReturn', { caseId, reason: 'duplicate' })
    await way.must(focal, 'proposeClosure', { caseId, reason: 'refused' })
    await way.must(await way.key('TH', 'focal'), 'closeCase', { caseId })
    return { caseId }
  },
}

/** What else may lie in cases that are sent and accepted: questions, a hold with a note, a dispute. */
export async function enrich(way: WayOverHttp, sent: string, accepted: string): Promise<void> {
  const [focalHere, focalThere] = [await way.key('TH', 'focal'), await way.key('LA', 'focal')]
  await way.must(focalThere, 'acknowledgeRequest', { caseId: sent })
  const question = 'shelter-since-when'
  await way.must(focalThere, 'returnForInformation', { caseId: sent, reason: 'incomplete', questions: [question] })
  const answers = [{ question, day: '2026-03-01' }]
  await way.must(await way.key('TH', 'liaison'), 'answerQuestions', { caseId: sent, answers })
  const note = { text: 'Nothing that names anybody.' }
  await way.must(focalHere, 'placeOnHold', { caseId: accepted, reason: 'legal', note })
  await way.must(focalHere, 'openDispute', { caseId: accepted, subject: 'timing' })
}

/** A case from Thailand to Lao PDR in a phase. */
export const caseIn = async (way: WayOverHttp, phase: Phase): Promise<InPhase> => ({
  phase,
  ...(await MAKE[phase](way)),
})
