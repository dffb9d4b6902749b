import { each, maybe, whole } from '../kernel/check-parts.ts'
import {
  type Checked,
  checkCode,
  checkDay,
  checkNumber,
  type InputSetting,
  ok,
  type Path,
} from '../kernel/check-value.ts'
import { checkWording } from '../kernel/wording.ts'
import type { MeetingList } from './meeting.ts'
import type { MaybeNumber, MaybeWording, TypedEntry, TypedItem } from './typed-entry.ts'

/** More persons than any meeting of the process ever had, and more paragraphs than any document. */
const [MOST_PERSONS, MOST_ITEMS, MOST_ACTIONS, MOST_DOCUMENTS] = [5000, 100, 200, 20]
export const LAST_NUMBER = 500

type Check<T> = (entry: T, path: Path, setting: InputSetting) => Checked

const CHECKS: { readonly [L in MeetingList]: { readonly atMost: number; readonly check: Check<TypedEntry[L]> } } = {
  organisers: {
    atMost: 30,
    check: ({ role, name }, path, setting) =>
      whole({
        role: checkCode('organiser-role', role, [...path, 'role'], setting),
        name: checkWording(name, [...path, 'name'], setting),
      }),
  },
  delegations: {
    atMost: 6,
    check: ({ country, led, persons }, path, setting) =>
      whole({
        country: ok(country),
        led: maybeWording(led, [...path, 'led'], setting),
        persons: people(persons, path),
      }),
  },
  others: {
    atMost: 30,
    check: ({ group, persons }, path, setting) =>
      whole({ group: checkWording(group, [...path, 'group'], setting), persons: people(persons, path) }),
  },
  documents: {
    atMost: MOST_DOCUMENTS,
    check: ({ kind, title, items }, path, setting) =>
      whole({
        kind: checkCode('meeting-document', kind, [...path, 'kind'], setting),
        title: checkWording(title, [...path, 'title'], setting),
        items: each(items ?? [], MOST_ITEMS, [...path, 'items'], (one, at) => checkItem(one, at, setting)),
      }),
  },
  decisions: {
    atMost: 50,
    check: ({ text, countries, due }, path, setting) =>
      whole({
        text: checkWording(text, [...path, 'text'], setting),
        countries: ok([...new Set(countries ?? [])]),
        due: maybe(due, (day) => checkDay('any', day, [...path, 'due'], setting)),
      }),
  },
  signatures: {
    atMost: 6 * MOST_DOCUMENTS,
    check: ({ document, country, office, day }, path, setting) =>
      whole({
        document: ok(document),
        country: ok(country),
        office: maybeWording(office, [...path, 'office'], setting),
        day: checkDay('past', day, [...path, 'day'], setting),
      }),
  },
  next: {
    atMost: 10,
    check: ({ series, number, firstDay, host }, path, setting) =>
      whole({
        series: ok(series),
        number: maybe(number, (one) => checkNumber(one, 1, LAST_NUMBER, [...path, 'number'])),
        firstDay: maybe(firstDay, (day) => checkDay('any', day, [...path, 'firstDay'], setting)),
        host: ok(host ?? null),
      }),
  },
}

/** The form of every entry of a list. Whether entries go with each other is for the decision to say. */
export function checkMeetingList<L extends MeetingList>(
  of: L,
  raw: readonly TypedEntry[L][],
  path: Path,
  setting: InputSetting,
): Checked {
  const { atMost, check } = CHECKS[of]
  return each(raw, atMost, path, (entry, at) => check(entry, at, setting))
}

const checkItem: Check<TypedItem> = ({ number, text, actions }, path, setting) =>
  whole({
    number: checkNumber(number, 1, LAST_NUMBER, [...path, 'number']),
    text: maybeWording(text, [...path, 'text'], setting),
    actions: maybe(actions, (one) => checkNumber(one, 0, MOST_ACTIONS, [...path, 'actions'])),
  })

const maybeWording = (raw: MaybeWording | undefined, path: Path, setting: InputSetting): Checked =>
  maybe(raw, (one) => checkWording(one, path, setting))
const people = (persons: MaybeNumber | undefined, path: Path): Checked =>
  maybe(persons, (one) => checkNumber(one, 0, MOST_PERSONS, [...path, 'persons']))
