import { loadFiles } from '../../server/services/load-files.ts'
import { actWithNote } from './act-with-note.ts'
import { consent, profile, type WayHome } from './way-home.ts'

/** A case of which every value can be searched for. */
export interface Planted {
  readonly id: string
  /** Texts that stand nowhere but in this case. */
  readonly texts: readonly string[]
}

let planted = 0
const markOf = (number: number, what: string): string => `planted ${what} ${number} `
/**
 * Long enough that few rows fit a page: pages are split, merged and moved. The mark stands all through it, so that a part
 * of it that is left somewhere is found as well.
 */
const noteOf = (number: number, what: string): string => markOf(number, what).repeat(25)
/** A day that no other case has. */
const dayOf = (number: number): string =>
  new Date(Date.UTC(2001, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)

/** Drafted, written anew, sent, asked back, answered and refused: what is left is to close it. */
export async function refusedCase(way: WayHome): Promise<Planted> {
  planted += 1
  const number = planted
  const [liaison, focal] = [way.officer('TH', 'liaison'), way.officer('LA', 'focal')]
  const draft = { countryOfReturn: 'LA', ...profile }
  const id = await actWithNote(way, 'draftRequest', liaison, null, draft, noteOf(number, 'draft'))
  await actWithNote(way, 'updateDraft', liaison, id, profile, noteOf(number, 'second-draft'))
  await way.must('recordConsent', liaison, id, { ...consent, givenOn: way.clock.now().slice(0, 10) })
  await way.must('submitForReview', liaison, id)
  const approval = { decision: 'APPROVE', noIdentifyingDetail: true }
  await way.must('reviewRequest', way.officer('TH', 'supervisor'), id, approval)
  await way.must('acknowledgeRequest', focal, id)
  const question = 'shelter-since-when'
  await way.must('returnForInformation', focal, id, { reason: 'incomplete', questions: [question] })
  await way.must('answerQuestions', liaison, id, { answers: [{ question, day: dayOf(number) }] })
  await actWithNote(way, 'refuseReturn', focal, id, { reason: 'duplicate' }, noteOf(number, 'refusal'))
  const marks = ['draft', 'second-draft', 'refusal'].map((what) => markOf(number, what))
  return { id, texts: [...marks, `"day":"${dayOf(number)}"`, await referenceOf(way, id)] }
}

/** Both countries close it, now. */
export async function closeCase(way: WayHome, id: string): Promise<void> {
  await way.must('proposeClosure', way.officer('LA', 'focal'), id, { reason: 'refused' })
  await way.must('closeCase', way.officer('TH', 'focal'), id)
}

async function referenceOf({ service }: WayHome, id: string): Promise<string> {
  const [stored] = await loadFiles(service, [id as never], '' as never)
  if (!stored) throw new Error(`no case ${id}`)
  return stored.file.reference
}
