import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { guardTools } from '../../server/adapters/guard-tools.ts'
import { type Role, roles } from '../../server/domain/cases/roles.ts'
import { seeMeeting } from '../../server/domain/disclosure/see-meeting.ts'
import { checkInput } from '../../server/domain/kernel/check-input.ts'
import { type CountryCode, countryCodes } from '../../server/domain/kernel/country.ts'
import type { Day, Instant } from '../../server/domain/kernel/instant.ts'
import { isRefusal, type Problem } from '../../server/domain/kernel/problem.ts'
import { meetingOf, numberKey, type StoredMeeting } from '../../server/domain/meetings/any-meeting.ts'
import { type ConferenceInput, conferenceFields } from '../../server/domain/meetings/conference-fields.ts'
import { conferenceProblems } from '../../server/domain/meetings/conference-problems.ts'
import type { Conference } from '../../server/domain/meetings/meeting.ts'
import { officer } from '../support/officers.ts'
import { wholeMeeting } from '../support/whole-meeting.ts'
import { worded } from '../support/worded.ts'

const world = readWorld(shippedProcedures().map(({ procedure }) => procedure))
const now = '2026-03-02T02:00:00.000Z' as Instant
const today = '2026-03-02' as Day
const setting = { world, now, offsetMinutes: 0, guardTools }

const check = (more: object = {}) =>
  checkInput(conferenceFields, { ...wholeMeeting('SOM', more), series: 'som' }, setting)
const told = (problems: readonly Problem[]) => problems.map(({ code, field }) => `${code} ${field.join('.')}`)
const wrong = (more: object): readonly string[] => {
  const checked = check(more)
  if (!isRefusal(checked)) throw new Error('it was let through')
  return told(checked.problems)
}
const whole = (more: object = {}): ConferenceInput => {
  const checked = check(more)
  if (isRefusal(checked)) throw new Error(JSON.stringify(checked.problems))
  return checked
}
const amiss = (more: object) => told(conferenceProblems(whole(more), today))

describe('a meeting as it is told', () => {
  test('keeps every part, with null for what was left out', () => {
    expect(whole({ theme: undefined, others: null })).toMatchObject({
      theme: null,
      others: null,
      place: [{ language: 'en', text: 'Capital of the host country' }],
      delegations: [{ country: 'TH', led: [{ text: 'Ministry in charge' }], persons: 4 }],
      documents: [
        {
          kind: 'plan',
          items: [
            { number: 1, text: [{ text: 'Training' }], actions: 3 },
            { number: 2, text: null, actions: null },
          ],
        },
      ],
      next: [{ series: 'IMM', number: 10, firstDay: '2027-02-09', host: 'KH' }],
    })
    expect(whole({ documents: [{ kind: 'other', title: worded('Notes') }] }).documents?.[0]?.items).toEqual([])
    const repeated = [{ text: worded('Do it'), countries: ['KH', 'KH'] }]
    expect(whole({ decisions: repeated }).decisions).toMatchObject([{ countries: ['KH'], due: null }])
  })

  test('every fault of form is told at its place, all at once', () => {
    const long = worded('a'.repeat(281))
    expect(
      wrong({
        organisers: [{ role: 'nobody', name: { texts: [] } }],
        delegations: [{ country: 'KH', persons: -1 }],
        documents: [{ kind: 'song', title: long, items: [{ number: 0, actions: 1.5 }] }],
        decisions: [{ text: worded('Do it'), due: '2569-01-01' }],
        signatures: [{ document: 0, country: 'KH', day: '2026-03-03' }],
        next: [{ series: 'som', number: 501, firstDay: '2026-02-30' }],
        outcomes: [{ texts: [...worded('One').texts, ...worded('Two').texts] }],
      }).toSorted(),
    ).toEqual([
      'CODE_REPEATED outcomes.0.texts',
      'CODE_UNKNOWN documents.0.kind',
      'CODE_UNKNOWN organisers.0.role',
      'DATE_INVALID next.0.firstDay',
      'DATE_IN_FUTURE signatures.0.day',
      'FIELD_REQUIRED organisers.0.name.texts',
      'NUMBER_OUT_OF_RANGE delegations.0.persons',
      'NUMBER_OUT_OF_RANGE documents.0.items.0.actions',
      'NUMBER_OUT_OF_RANGE documents.0.items.0.number',
      'NUMBER_OUT_OF_RANGE next.0.number',
      'TEXT_TOO_LONG documents.0.title.texts.0.note.text',
      'YEAR_BUDDHIST decisions.0.due',
    ])
    const seven = Array.from({ length: 7 }, () => ({ country: 'KH' }))
    expect(wrong({ delegations: seven })).toEqual(['TOO_MANY delegations'])
  })

  test('parts that do not go together', () => {
    expect(amiss({})).toEqual([])
    expect(amiss({ number: null })).toEqual(['FIELD_REQUIRED number'])
    expect(amiss({ lastDay: '2026-02-09' })).toEqual(['DAYS_OUT_OF_ORDER lastDay'])
    expect(amiss({ firstDay: '2026-03-03', lastDay: '2026-03-03' })).toEqual(['DATE_IN_FUTURE firstDay'])
    const toCome = { firstDay: '2026-03-03', lastDay: '2026-03-03', outcomes: [], decisions: null, signatures: null }
    expect(amiss(toCome)).toEqual([])
    const signature = { document: 0, country: 'TH', day: '2026-02-11' }
    expect(amiss({ documents: null })).toEqual(['FIELD_REQUIRED documents'])
    expect(amiss({ signatures: [{ ...signature, document: 1 }] })).toEqual([
      'NUMBER_OUT_OF_RANGE signatures.0.document',
    ])
    expect(amiss({ signatures: [signature, { ...signature, country: 'LA' }, signature] })).toEqual([
      'CODE_REPEATED signatures.2.country',
    ])
    const twice = { kind: 'plan', title: worded('Plan'), items: [{ number: 4 }, { number: 4 }] }
    expect(amiss({ documents: [twice, twice] })).toEqual([
      'NUMBER_REPEATED documents.0.items.1.number',
      'NUMBER_REPEATED documents.1.items.1.number',
    ])
  })

  test('is called by its series and number, of a taskforce by its country as well', () => {
    expect(numberKey({ series: 'som', number: 5, country: null })).toBe('som.5')
    expect(numberKey({ series: 'taskforce', number: 5, country: 'LA' })).toBe('taskforce.LA.5')
    expect(numberKey({ series: 'taskforce', number: null, country: 'LA' })).toBeNull()
  })
})

describe('who reads a meeting', () => {
  const by = (role: Role, country: CountryCode | null) => ({
    ...officer(world, { requestingCountry: 'TH', countryOfReturn: 'LA' }, country ?? 'TH', role),
    country,
  })
  const everybody = roles.flatMap((role) =>
    role === 'secretariat' || role === 'operator' ? [by(role, null)] : countryCodes.map((one) => by(role, one)),
  )
  const readers = (content: ReturnType<typeof meetingOf>): readonly string[] =>
    everybody
      .filter((one) => seeMeeting({ kind: 'meeting', id: 'one', version: 1, content }, one) !== null)
      .map(({ role, country }) => `${role} ${country ?? ''}`.trim())
      .toSorted()
  const conference = (series: Conference['series'], country: CountryCode | null): Conference => ({
    ...(whole() as Omit<Conference, 'country' | 'recordedBy' | 'recordedAt'>),
    series,
    country,
    recordedBy: by('secretariat', null).office,
    recordedAt: now,
  })

  test('of all six: their governments and the secretariat; of a taskforce: its country and the secretariat', () => {
    const governments = countryCodes.flatMap((one) =>
      ['admin', 'focal', 'privacy', 'taskforce'].map((role) => `${role} ${one}`),
    )
    for (const series of ['som', 'imm'] as const)
      expect(readers(conference(series, null))).toEqual([...governments, 'secretariat'].toSorted())
    const ofLao = ['admin LA', 'focal LA', 'secretariat', 'taskforce LA']
    expect(readers(conference('taskforce', 'LA'))).toEqual(ofLao)
  })

  test('about cases, also one that was stored before there were series', () => {
    const old: StoredMeeting = {
      countries: ['LA', 'TH'],
      heldOn: today,
      recordedBy: by('focal', 'LA').office,
      recordedAt: now,
      items: [],
    }
    expect(meetingOf(old).series).toBe('case-management')
    const ofBoth = ['focal LA', 'focal TH', 'secretariat', 'taskforce LA', 'taskforce TH']
    expect(readers(meetingOf(old))).toEqual(ofBoth)
  })
})
