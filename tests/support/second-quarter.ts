import type { FiguresDesk } from './figures-desk.ts'
import { persons, SmallWorld } from './small-world.ts'
import { profile, type WayHome } from './way-home.ts'

/**
 * The second quarter of 2026 in a small world, with a little before it and after it; the last moment is 1:00 on 1 July in
 * Thailand. What is to be counted of it stands in tests/api/report-figures.test.ts.
 */
export async function playSecondQuarter(way: WayHome): Promise<SmallWorld> {
  const world = new SmallWorld(way)
  await requests(world)
  await answers(world)
  await branches(world)
  await homeward(world)
  world.at('2026-06-29T02:00:00.000Z')
  await world.send('F', 6)
  // Still June in Greenwich; in Thailand, which sends them, July.
  world.at('2026-06-30T18:00:00.000Z')
  await world.send('G', 2)
  return world
}

async function requests(world: SmallWorld): Promise<void> {
  world.at('2026-03-02T02:00:00.000Z')
  await world.send('L', 3)
  world.at('2026-04-01T02:00:00.000Z')
  await world.send('A', 12)
  await world.send('B', 8)
  await world.send('C', 7)
  await world.send('D', 2)
  await world.send('E', 3)
  await world.send('N', 1)
}

/** Due on the second working day; and 31 days later. */
async function answers(world: SmallWorld): Promise<void> {
  world.at('2026-04-03T02:00:00.000Z')
  const prompt = [...persons('A', 1, 12), ...persons('C', 1, 5), ...persons('E', 1, 3)]
  await world.each(prompt, 'return', 'focal', 'acknowledgeRequest')
  await world.each(persons('A', 1, 3), 'return', 'verifier', 'recordVerification', verified('2026-04-03'))
  world.at('2026-05-04T02:00:00.000Z')
  const late = [...persons('L', 1, 3), ...persons('B', 1, 4), ...persons('N', 1, 1), ...persons('C', 6, 7)]
  await world.each(late, 'return', 'focal', 'acknowledgeRequest')
  await world.each(persons('A', 4, 6), 'return', 'verifier', 'recordVerification', verified('2026-05-04'))
}

const verified = (decidedOn: string) => ({ result: 'national', method: 'register', decidedOn })

async function branches(world: SmallWorld): Promise<void> {
  const hold = (group: 'C' | 'L', first: number, last: number, reason: string) =>
    world.each(persons(group, first, last), 'return', 'focal', 'placeOnHold', { reason })
  await hold('C', 1, 5, 'medical')
  await hold('C', 6, 7, 'legal')
  await hold('L', 1, 3, 'document-pending')
  const asked = { reason: 'incomplete', questions: ['earliest-travel-day'] }
  await world.each([...persons('A', 7, 11), 'E1'], 'return', 'focal', 'returnForInformation', asked)
  await world.each(persons('B', 1, 4), 'return', 'focal', 'refuseReturn', { reason: 'duplicate' })
  await world.each(persons('E', 2, 3), 'return', 'focal', 'refuseReturn', { reason: 'no-record' })
  await world.each(['B8'], 'requesting', 'focal', 'withdrawRequest', { reason: 'person-left' })
}

/** Six go home on two lists, and are visited. */
async function homeward(world: SmallWorld): Promise<void> {
  const six = persons('A', 1, 6)
  const traced = { result: 'traced', suitability: 'suitable', escortNeeded: false, concludedOn: '2026-05-04' }
  const risk = { risk: 'none', refoulementConcern: false, assessedOn: '2026-05-04' }
  const papers = { travelDocument: 'return-certificate', travelDocumentIssued: true, receptionPlace: 'family' }
  await world.each(six, 'return', 'welfare', 'recordFamilyTracing', traced)
  await world.each(six, 'requesting', 'focal', 'recordRiskAssessment', risk)
  await world.each(six, 'return', 'focal', 'acceptReturn', papers)
  await world.each(['A1'], 'requesting', 'focal', 'openDispute', { subject: 'timing' })
  await world.bringHome(persons('A', 1, 5), '2026-05-18', '2026-05-18T03:15:00.000Z')
  await world.bringHome(['A6'], '2026-06-02', '2026-06-05T03:15:00.000Z')
  const unannounced = { requestingCountry: 'TH', receivedOn: '2026-06-05', receptionPlace: 'family', ...profile }
  await world.way.must('recordReceptionWithoutRequest', world.way.officer('LA', 'welfare'), null, unannounced)
  world.at('2026-06-15T02:00:00.000Z')
  const visit = (first: number, last: number, services: readonly string[]) =>
    world.each(persons('A', first, last), 'return', 'welfare', 'recordFollowUp', {
      ...{ visitedOn: '2026-06-15', outcome: 'stable', risk: 'none', occupation: 'working' },
      services,
    })
  await visit(1, 2, ['health', 'legal'])
  await visit(3, 5, ['health', 'education'])
  await visit(6, 6, ['health'])
}

/** Figures of Thailand and Lao PDR for the quarter that has just ended, and of a year that the report is not about. */
export async function handInFigures(desk: FiguresDesk): Promise<void> {
  const of = (total: number, more = {}) => ({ year: 2026, quarter: 2, indicator: 'identified', total, ...more })
  const handIn = async (country: 'TH' | 'LA', said: readonly string[], figures: readonly object[]) => {
    const [definition, coverage, source] = said.map((text) => ({ text }))
    const input = { definition, coverage, source, sourceDay: '2026-07-01', figures }
    await desk.must(await desk.api.key(country, 'taskforce'), 'importAggregates', input)
  }
  await handIn(
    'TH',
    ['Persons identified by a team.', 'All provinces.', 'Annual report.'],
    [of(57), of(29, { requestingCountry: 'TH', countryOfReturn: 'LA' }), of(500, { year: 2025 })],
  )
  await handIn('LA', ['Persons at their return.', 'Two provinces.', 'Police statistics.'], [of(41)])
}
