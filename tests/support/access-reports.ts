import type { Code } from '../../server/domain/kernel/ids.ts'
import type { AccessWorld } from './access-world.ts'
import { line, ReportDesk } from './report-desk.ts'
import { keepOldText } from './report-store.ts'
import { addFacts, straightHome } from './told-facts.ts'
import { wholeMeeting } from './whole-meeting.ts'

const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
/** The period for which the countries have reported figures too. */
const QUARTER = { year: 2025, quarter: 1 }
export const REVIEW = { kind: 'CORRIDOR_REVIEW', ...QUARTER, ...HOME }
const home = (persons: number, sex = 'female') =>
  Array.from({ length: persons }).flatMap(() => straightHome(HOME, { quarter: '2025-Q1', sex: sex as Code }))

/**
 * Reviews of the corridor of the world, so that together they say everything a report can: one that is worked on and
 * cannot be printed, one published without a country, and one after it.
 */
export async function reportsIn({ api, way }: AccessWorld): Promise<readonly string[]> {
  const desk = new ReportDesk(api)
  const secretariat = await desk.secretariat()
  // Of two kinds, so that there is something to draw as bars.
  await addFacts(api.engine, [...home(9), ...home(12, 'male')])
  const meeting = await way.must(secretariat, 'recordMeeting', wholeMeeting('IMM', { number: 77 }))
  const older = await desk.report({ ...REVIEW, meeting })
  const lines = ['ACTIVITIES', 'RESULTS', 'NEXT_PLAN'].map((part) => line('In words.', { part }))
  await desk.edit(older, 'LA', lines, ['OFFICES'])
  await keepOldText(api.engine, await desk.part(older, 'LA'), 'No font has ᚠ.')
  await desk.clear(older, 'LA')
  api.later(1)
  await addFacts(api.engine, home(8))
  const newer = await desk.report({ ...REVIEW, meeting })
  await desk.clear(newer, 'LA')
  const { problems } = await desk.publish(newer, ['TH'])
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  api.later(1)
  return [older, newer, await desk.report(REVIEW)]
}
