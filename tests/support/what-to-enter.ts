import type { Seeded } from '../../server/demo/seeded.ts'
import { actions } from '../../server/domain/actions.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { workingDaysBetween } from '../../server/domain/deadlines/reckon.ts'
import { countsOf, without } from '../../server/domain/handovers/counts.ts'
import { type Corridor, type CountryCode, countryOf, sides } from '../../server/domain/kernel/country.ts'
import type { Field, FieldKind, Fields } from '../../server/domain/kernel/fields.ts'
import { addDays, HOUR, type Instant, localDay, plus } from '../../server/domain/kernel/instant.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { calendarOf } from '../../server/domain/world.ts'
import type { Desk, Input } from './desk.ts'
import { crossingOf } from './officers.ts'

/** An act about to be done: by whom, on which case (none yet where it opens one), between which countries. */
export interface Errand {
  readonly name: ActionName
  readonly by: Actor
  readonly file: CaseFile | null
  readonly corridor: Corridor
  /** Cases that travel together. */
  readonly group: readonly CaseFile[]
}

/** Codes and flags that lead home where the first of a list, or "yes", does not. */
const LEADS_HOME: Input = {
  ageBand: 'age-25-34',
  sex: 'female',
  identification: 'identified',
  refoulementConcern: false,
  noNotice: false,
  goesOn: false,
  escortNeeded: false,
  role: 'welfare',
}

/** Every field of an act, filled by its kind with what is fitting and leads home. */
export function homewardInput(desk: Desk, errand: Errand): Input {
  const fields = actions[errand.name].fields as Fields
  const filled = Object.entries(fields).flatMap(([name, field]) => {
    const value = LEADS_HOME[name] ?? (field.required ? fitting(desk, errand, field) : undefined)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(filled), ...special(desk, errand) }
}

/** The same with some fields drawn from all that may be entered, and now and then one that may not. */
export function anyInput(desk: Desk, errand: Errand, chance: Seeded): Input {
  const fields = Object.entries(actions[errand.name].fields as Fields)
  const drawn = fields.flatMap(([name, field]) => {
    if (chance.below(4) > 0) return []
    const values = possible(desk, errand, name, field)
    return values.length > 0 ? [[name, chance.one(values)] as const] : []
  })
  const absent = errand.name === 'confirmReception' && chance.below(3) > 0 ? someAbsent(desk, errand, chance) : {}
  const entered = { ...homewardInput(desk, errand), ...Object.fromEntries(drawn), ...absent }
  if (chance.below(12) > 0 || fields.length === 0) return entered
  const [name, { type }] = chance.one(fields)
  return { ...entered, [name]: WRONG[type.kind] ?? null }
}

/** Some of those who were handed over do not arrive, and are not counted. */
function someAbsent(desk: Desk, { file, group }: Errand, chance: Seeded): Input {
  const all = awaited(desk, file, group)
  const notReceived = all.filter(() => chance.below(2) === 0).map(({ id }) => id)
  return { receivedAt: desk.now, counts: countsOf(without(all, notReceived)), notReceived }
}

/** What no list, register or calendar knows; of the other kinds nothing. */
const WRONG: Partial<Record<FieldKind['kind'], unknown>> = {
  code: 'no such thing',
  codes: ['no such thing'],
  day: '2026-02-30',
  instant: '2026-02-30T00:00:00Z',
  id: 'no such thing',
  caseIds: ['no such thing'],
  questions: ['no such thing'],
  agenda: [{ caseId: 'no such thing', decision: 'go-on' }],
}

function fitting(desk: Desk, { by, file, corridor, group }: Errand, { type }: Field): unknown {
  const country = by.country as CountryCode
  switch (type.kind) {
    case 'code':
      return codesOf(desk, type.list)[0]
    case 'codes':
      return codesOf(desk, type.list).slice(0, type.atLeast)
    case 'choice':
      return type.of[0]
    case 'country':
      return corridor.requestingCountry === country ? corridor.countryOfReturn : corridor.requestingCountry
    case 'flag':
      return true
    case 'day':
      return localDay(desk.now, calendarOf(desk.world, country).offsetMinutes)
    case 'instant':
      return type.when === 'past' ? desk.now : nextMeeting(desk, corridor)
    case 'counts':
      return countsOf(travelling(group))
    case 'caseIds':
      return group.map(({ id }) => id)
    case 'questions':
      return ['safe-to-inform-family']
    case 'answers':
      return (file?.state.round?.questions ?? []).map((question) => ({ question, notKnown: true }))
    case 'agenda':
      return file ? [{ caseId: file.id, decision: 'go-on' }] : []
    case 'id':
      if (type.of === 'Crossing') return crossingOf(desk.world, corridor).id
      return type.of === 'Case' ? file?.id : desk.world.competent.get(country)?.get('welfare')
    default:
      return undefined
  }
}

/** What depends on the case itself. */
function special(desk: Desk, { name, file, corridor, group }: Errand): Input {
  const inputs: Partial<Record<ActionName, () => Input>> = {
    openFastTrack: () => ({ at: plus(desk.now, HOUR), guardian: 'given', childView: 'wishes-to-return' }),
    recordConsent: () => (file?.state.child ? { guardian: 'given', childView: 'wishes-to-return' } : {}),
    updateDraft: () => ({ ...file?.state.profile }),
    recordIdentification: () => ({ result: 'identified' }),
    counterproposeHandover: () => ({ at: plus(nextMeeting(desk, corridor), 2 * HOUR) }),
    confirmReception: () => ({ counts: countsOf(awaited(desk, file, group)) }),
    recordTransitStay: () => ({
      leftOn: localDay(desk.now, calendarOf(desk.world, corridor.countryOfReturn).offsetMinutes),
    }),
    proposeClosure: () => ({ reason: file?.state.stopped ? 'not-proceeding' : 'returned-and-settled' }),
    linkPreviousCase: () => ({ previousCaseId: file?.state.proposals.get('linkPreviousCase')?.what ?? file?.id }),
    recordDepartureCheck: () => ({ caseId: file?.id }),
  }
  // A child travels with somebody, and women and girls with a woman.
  const escorted = 'escort' in actions[name].fields ? { escort: 'guardian', escortSex: 'female' } : {}
  return { ...escorted, ...inputs[name]?.() }
}

/** Values that some officer might enter, leading home or not. */
function possible(
  desk: Desk,
  { file, by, group }: Errand,
  name: string,
  { type, required }: Field,
): readonly unknown[] {
  const nothing = required ? [] : [null]
  switch (type.kind) {
    case 'code':
      return [...codesOf(desk, type.list), ...nothing]
    case 'codes':
      return codesOf(desk, type.list).map((code) => [code])
    case 'choice':
      return [...type.of, ...nothing]
    case 'flag':
      return [true, false]
    case 'note':
      return [{ text: 'The family waits for an answer.' }, ...nothing]
    case 'country':
      return [...desk.world.countries.keys()]
    case 'caseIds':
      return [[], ...group.map(({ id }) => [id]), ...nothing]
    case 'instant':
      return [desk.now, plus(desk.now, -HOUR), plus(desk.now, 30 * 24 * HOUR)]
    case 'counts':
      return [countsOf([]), countsOf(group), countsOf([...group, ...group])]
    case 'id':
      if (type.of === 'Office') return [...desk.world.offices.keys()]
      if (type.of === 'Crossing') return [...desk.world.crossings.keys()]
      return [...desk.files.keys()]
    case 'agenda': {
      const decisions = codesOf(desk, 'meeting-decision')
      return decisions.map((decision) => (file ? [{ caseId: file.id, decision }] : []))
    }
    case 'day': {
      const today = localDay(desk.now, calendarOf(desk.world, by.country as CountryCode).offsetMinutes)
      return [today, addDays(today, -40), addDays(today, 40), ...nothing]
    }
    default:
      return name === 'answers' ? [[]] : []
  }
}

const codesOf = ({ world }: Desk, list: string): readonly string[] => [...(world.codes.get(list)?.keys() ?? [])]

const travelling = (group: readonly CaseFile[]) => group.filter(({ state }) => !state.stopped)

/** Who was handed over on the list of this case and has not arrived. */
function awaited({ lists }: Desk, file: CaseFile | null, group: readonly CaseFile[]): readonly CaseFile[] {
  const list = file?.state.handover && lists.get(file.state.handover.id)
  const gone = group.filter(({ id, state }) => list?.receivedAt && (!list.missing.includes(id) || !state.missingSince))
  return without(
    travelling(group).filter(({ id }) => list?.missing.includes(id)),
    gone.map(({ id }) => id),
  )
}

/** A morning with notice enough for anybody, a holiday in neither country. */
function nextMeeting({ world, now }: Desk, corridor: Corridor): Instant {
  const at = (day: string) => `${day}T03:00:00.000Z` as Instant
  const calendars = sides.map((side) => calendarOf(world, countryOf(corridor, side)))
  const home = calendarOf(world, corridor.countryOfReturn)
  const today = localDay(now, home.offsetMinutes)
  let day = addDays(today, 12)
  while (workingDaysBetween(home, today, day) < 12 || calendars.some(({ holidays }) => holidays.has(day)))
    day = addDays(day, 1)
  return at(day)
}
