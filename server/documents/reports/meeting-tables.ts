import type { Conference } from '../../domain/meetings/meeting.ts'
import type { PrintedBlock } from '../../domain/reports/printed/printed-report.ts'
import { figure, NOTHING, words } from './blocks.ts'
import { meetingName } from './meeting-names.ts'
import { type Column, plainTable } from './plain-table.ts'
import { codeName, countryName, countryNames, type Telling, tell } from './teller.ts'
import { inlineOf } from './worded.ts'

/** A table of what was recorded, or nothing where nothing was. */
const tableOf = <T>(
  telling: Telling,
  named: { readonly id: string; readonly caption: string },
  columns: readonly Column<T>[],
  rows: readonly T[],
): readonly PrintedBlock[] => (rows.length > 0 ? [plainTable(telling, named, columns, rows)] : [])

export const organisers = (telling: Telling, conference: Conference): readonly PrintedBlock[] =>
  tableOf(
    telling,
    { id: 'organisers', caption: tell(telling, 'report:section.organisers') },
    [
      { head: tell(telling, 'report:head.role'), cell: ({ role }) => words(codeName(telling, 'organiser-role', role)) },
      { head: tell(telling, 'report:head.organiser'), cell: ({ name }) => words(inlineOf(telling, name)) },
    ],
    conference.organisers,
  )

export const delegations = (telling: Telling, conference: Conference): readonly PrintedBlock[] =>
  tableOf(
    telling,
    { id: 'delegations', caption: tell(telling, 'report:table.delegations') },
    [
      { head: tell(telling, 'report:head.country'), cell: ({ country }) => words(countryName(telling, country)) },
      {
        head: tell(telling, 'report:head.led'),
        cell: ({ led }) => words(led ? inlineOf(telling, led) : NOTHING),
      },
      { head: tell(telling, 'report:head.persons'), numeric: true, cell: ({ persons }) => figure(persons) },
    ],
    conference.delegations,
  )

export const others = (telling: Telling, conference: Conference): readonly PrintedBlock[] =>
  tableOf(
    telling,
    { id: 'others', caption: tell(telling, 'report:table.others') },
    [
      { head: tell(telling, 'report:head.group'), cell: ({ group }) => words(inlineOf(telling, group)) },
      { head: tell(telling, 'report:head.persons'), numeric: true, cell: ({ persons }) => figure(persons) },
    ],
    conference.others,
  )

export const decisions = (telling: Telling, conference: Conference): readonly PrintedBlock[] =>
  tableOf(
    telling,
    { id: 'decisions', caption: tell(telling, 'report:section.decisions') },
    [
      { head: tell(telling, 'report:head.number'), cell: (_, place) => words(String(place + 1)) },
      { head: tell(telling, 'report:head.decision'), cell: ({ text }) => words(inlineOf(telling, text)) },
      {
        head: tell(telling, 'report:head.responsible'),
        cell: ({ countries }) =>
          words(countries.length > 0 ? countryNames(telling, countries) : tell(telling, 'report:allSix')),
      },
      { head: tell(telling, 'report:head.due'), cell: ({ due }) => words(due ?? NOTHING) },
    ],
    conference.decisions,
  )

export const nextMeetings = (telling: Telling, conference: Conference): readonly PrintedBlock[] =>
  tableOf(
    telling,
    { id: 'next', caption: tell(telling, 'report:section.next') },
    [
      {
        head: tell(telling, 'report:head.meeting'),
        cell: (next) => words(meetingName(telling, { ...next, country: conference.country })),
      },
      { head: tell(telling, 'report:head.firstDay'), cell: ({ firstDay }) => words(firstDay ?? NOTHING) },
      {
        head: tell(telling, 'report:head.host'),
        cell: ({ host }) => words(host ? countryName(telling, host) : NOTHING),
      },
    ],
    conference.next,
  )
