import { countCells } from '../domain/kernel/fields.ts'
import { type Entered, requesting, returning, type Scene } from './scene.ts'

// From the proposal of a handover until the persons have arrived.

/** Two posts meet as agreed: these acts wait for the meeting, and that many hours before it they can be done. */
export const HOURS_BEFORE: Readonly<Record<string, number>> = {
  recordDepartureCheck: 20,
  recordHandover: 0,
  reportNoShow: 0,
}

/** One case or several; the posts meet in the forenoon of the first day that suits both countries, which the player finds. */
export const proposeFor = (...names: readonly string[]): Scene =>
  requesting('liaison', 'proposeHandover', 'ACCEPTED', ({ id }) => ({
    caseIds: names.length > 0 ? names.map((name) => id(name)) : [id()],
    transport: 'ordinary',
    needs: [],
    escort: 'welfare-officer',
    escortSex: 'female',
  }))
export const propose = proposeFor()

export const confirm = returning('focal', 'confirmHandover', 'HANDOVER_AGREED')

export const check = requesting('liaison', 'recordDepartureCheck', 'HANDOVER_AGREED', ({ id }) => ({
  caseId: id(),
  consentReconfirmed: true,
  fitToTravel: true,
  safeToTravel: true,
  belongingsReturned: true,
}))

/** Persons in their six cells: `persons('adultMale', 'minorFemale')`. */
export const persons = (...cells: readonly string[]): Entered =>
  Object.fromEntries(countCells.map((cell) => [cell, cells.filter((one) => one === cell).length]))

export const handOver = (counts: Entered, role = 'post'): Scene =>
  requesting(role, 'recordHandover', 'HANDED_OVER', ({ instant }) => ({ handedOverAt: instant, counts }))

export const receive = (counts: Entered, notReceived: readonly string[] = []): Scene =>
  returning('post', 'confirmReception', 'RECEIVED', ({ instant, id }) => ({
    receivedAt: instant,
    counts,
    notReceived: notReceived.map((name) => id(name)),
  }))

export const travel = (cell: string): readonly Scene[] => [
  confirm,
  check,
  handOver(persons(cell)),
  receive(persons(cell)),
]
/** One person: proposed, agreed, checked, handed over, received. */
export const home = (cell = 'adultFemale'): readonly Scene[] => [propose, ...travel(cell)]
