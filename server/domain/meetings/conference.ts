import type { Setting } from '../cases/act.ts'
import { mayAct } from '../disclosure/act-rules.ts'
import type { CountryCode } from '../kernel/country.ts'
import { localDay } from '../kernel/instant.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import type { RegisterActName } from '../procedures/action-names.ts'
import { calendarOf } from '../world.ts'
import type { ConferenceInput } from './conference-fields.ts'
import { conferenceProblems } from './conference-problems.ts'
import type { Conference, ConferenceSeries } from './meeting.ts'

/** Whose a meeting is that this officer records; the secretariat records for all six, a taskforce for its own country. */
function recordedFor(
  name: RegisterActName,
  series: ConferenceSeries,
  by: Setting['by'],
): { readonly country: CountryCode | null } | Refusal {
  const role = series === 'taskforce' ? 'taskforce' : 'secretariat'
  const refused = mayAct(name, by)
  if (refused) return refused
  return by.role === role ? { country: by.country } : refuse('NOT_YOUR_ROLE', { roles: [role] }, ['series'])
}

/** The meeting as it is told, or all that stands against it. `id`: the meeting that is told anew. */
export function conferenceOf(
  name: RegisterActName,
  input: ConferenceInput,
  { world, by, at, numbered }: Setting,
  id: string | null,
): Conference | Refusal {
  const recorded = recordedFor(name, input.series, by)
  if (recorded instanceof Refusal) return recorded
  const { country } = recorded
  const today = localDay(at.now, country === null ? 0 : calendarOf(world, country).offsetMinutes)
  const { number } = input
  const problems = [
    ...conferenceProblems(input, today),
    ...(number !== null && numbered && numbered !== id
      ? [problem('MEETING_RECORDED_ALREADY', { number, meeting: numbered }, ['number'])]
      : []),
  ]
  if (problems.length > 0) return new Refusal(problems)
  const { series, firstDay, lastDay, host, place, theme } = input
  return {
    series,
    number,
    country,
    firstDay,
    lastDay,
    host,
    place,
    theme,
    organisers: input.organisers ?? [],
    agenda: input.agenda ?? [],
    delegations: input.delegations ?? [],
    others: input.others ?? [],
    documents: input.documents ?? [],
    outcomes: input.outcomes ?? [],
    decisions: input.decisions ?? [],
    signatures: input.signatures ?? [],
    next: input.next ?? [],
    recordedBy: by.office,
    recordedAt: at.now,
  }
}
