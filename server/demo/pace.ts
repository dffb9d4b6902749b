import { DAY, HOUR, type Instant, instantOf, msOf, plus } from '../domain/kernel/instant.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import { Seeded } from './seeded.ts'

/** Hours that an office of the demo takes for a step, from when it opened: at least, at most. */
const HOURS: Partial<Record<ActionName, readonly [number, number]>> = {
  recordIdentification: [10, 60],
  acknowledgeRequest: [4, 30],
  answerQuestions: [20, 70],
  recordVerification: [40, 110],
  recordFamilyTracing: [60, 140],
  recordRiskAssessment: [30, 120],
  recordBestInterests: [24, 90],
  recordDepartureCheck: [1, 2],
  recordHandover: [0, 0],
  confirmReception: [1, 4],
  recordCaseWorkerVisit: [20 * 24, 60 * 24],
}
const OTHERWISE = [2, 22] as const

/** Offices work from 01:00 to 09:00 UTC: in the morning and early afternoon of all six countries. */
const [OPENS, CLOSES] = [1, 9] as const

/** This hour, or the next one in which offices work. */
export function atWork(at: Instant): Instant {
  const midnight = Math.floor(msOf(at) / DAY) * DAY
  const hour = Math.ceil((msOf(at) - midnight) / HOUR)
  if (hour < OPENS) return instantOf(midnight + OPENS * HOUR)
  return instantOf(hour > CLOSES ? midnight + DAY + OPENS * HOUR : midnight + hour * HOUR)
}

/** When a step that opened at an instant is done; the same for the same case and step at every start. */
export function readyAt(number: number, key: string, action: ActionName, openedAt: Instant): Instant {
  const [least, most] = HOURS[action] ?? OTHERWISE
  const seed = [...key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), number + 1) >>> 0
  return atWork(plus(openedAt, (least + new Seeded(seed).below(most - least + 1)) * HOUR))
}
