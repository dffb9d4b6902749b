import type { Conference } from '../../domain/meetings/meeting.ts'
import type { PrintedBlock, PrintedSection } from '../../domain/reports/printed/printed-report.ts'
import { below, list, paragraph, part } from './blocks.ts'
import { documentsInWords, signatures } from './meeting-documents.ts'
import { meetingName } from './meeting-names.ts'
import { decisions, delegations, nextMeetings, organisers, others } from './meeting-tables.ts'
import { asHeading, countryName, type Telling, tell } from './teller.ts'
import { inlineOf, itemOf } from './worded.ts'

/** What there was to record of the meeting; what was not recorded has no heading. */
export function meetingInWords(telling: Telling): readonly PrintedSection[] {
  const { conference } = telling.content
  if (!conference) return []
  return [
    part(tell(telling, 'report:section.meeting'), heldInWords(telling, conference)),
    ...under(telling, 'agenda', listed(telling, conference.agenda, true)),
    ...under(telling, 'organisers', organisers(telling, conference)),
    ...under(telling, 'delegations', [...delegations(telling, conference), ...others(telling, conference)]),
    ...outcomeInWords(telling, conference),
    ...under(telling, 'next', nextMeetings(telling, conference)),
  ]
}

/** For ministers, only what came of it. */
export function decidedInWords(telling: Telling): readonly PrintedSection[] {
  const { conference } = telling.content
  if (!conference) return []
  const opening = part(tell(telling, 'report:section.meeting'), heldInWords(telling, conference))
  return [opening, ...outcomeInWords(telling, conference)]
}

const outcomeInWords = (telling: Telling, conference: Conference): readonly PrintedSection[] => [
  ...under(telling, 'documents', documentsInWords(telling, conference)),
  ...under(telling, 'outcomes', listed(telling, conference.outcomes)),
  ...under(telling, 'decisions', decisions(telling, conference)),
  ...under(telling, 'signatures', signatures(telling, conference)),
]

type Named = 'agenda' | 'organisers' | 'delegations' | 'documents' | 'outcomes' | 'decisions' | 'signatures' | 'next'

const under = (telling: Telling, name: Named, blocks: readonly PrintedBlock[]): readonly PrintedSection[] =>
  blocks.length > 0 ? [below(tell(telling, `report:section.${name}`), blocks)] : []

const listed = (telling: Telling, wordings: Conference['agenda'], numbered = false): readonly PrintedBlock[] =>
  wordings.length > 0
    ? [list(wordings.map((one, place) => itemOf(telling, one, numbered ? String(place + 1) : null)))]
    : []

function heldInWords(telling: Telling, conference: Conference): readonly PrintedBlock[] {
  const { firstDay: first, lastDay: last, host, place, theme } = conference
  return [
    asHeading(meetingName(telling, conference)),
    first === last ? tell(telling, 'report:held.day', { first }) : tell(telling, 'report:held.days', { first, last }),
    ...(host ? [tell(telling, 'report:held.host', { country: countryName(telling, host) })] : []),
    ...(place ? [tell(telling, 'report:held.place', { place: inlineOf(telling, place) })] : []),
    ...(theme ? [tell(telling, 'report:held.theme', { theme: inlineOf(telling, theme) })] : []),
  ].map(paragraph)
}
