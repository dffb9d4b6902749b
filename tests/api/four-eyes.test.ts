import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { consent, profile } from '../support/way-home.ts'
import { approval, WayOverHttp } from '../support/way-over-http.ts'

const day = '2026-03-02'

test('every review of every procedure is guarded against its author', () => {
  const reviews = shippedProcedures().flatMap(({ procedure }) =>
    procedure.steps.filter(({ action }) => action === 'reviewRequest' || action === 'reviewNote'),
  )
  expect(reviews.length).toBeGreaterThan(19 * 4)
  for (const { key, guards } of reviews)
    expect(guards.includes('not-the-author') || guards.includes('not-the-note-author'), key).toBe(true)
})

/** Who wrote something cannot let it cross: by no account of theirs, in no role, in no office. */
describe.each(engineKinds)('four eyes on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())

  const as = async (country: CountryCode, role: Role, name: string, input: object) =>
    way.must(await way.key(country, role), name, input)
  const decisions = { ...consent, return: 'given' }

  /** Ways to a review, and whose hand is in what is reviewed. */
  const routes: Record<string, { of: readonly [CountryCode, Role]; open: () => Promise<string> }> = {
    'who drafted': {
      of: ['VN', 'liaison'],
      open: async () => {
        const caseId = await way.draft('VN', 'KH')
        await as('VN', 'focal', 'recordConsent', { caseId, ...consent })
        return as('VN', 'focal', 'submitForReview', { caseId })
      },
    },
    'who recorded the consent': {
      of: ['CN', 'focal'],
      open: async () => {
        const caseId = await way.draft('CN', 'LA')
        await as('CN', 'focal', 'recordConsent', { caseId, ...consent })
        return as('CN', 'liaison', 'submitForReview', { caseId })
      },
    },
    'who wrote the draft anew': {
      of: ['KH', 'focal'],
      open: async () => {
        const caseId = await way.draft('KH', 'TH')
        await as('KH', 'focal', 'updateDraft', { caseId, ...profile, note: { text: 'She travels by day.' } })
        await as('KH', 'liaison', 'recordConsent', { caseId, ...consent })
        return as('KH', 'liaison', 'submitForReview', { caseId })
      },
    },
    'who opened a fast track': {
      of: ['TH', 'liaison'],
      open: async () => {
        const { givenOn, language, interpreter, share, traceFamily, followUp, statistics } = decisions
        const now = {
          crossing: 'mm-th-myawaddy-mae-sot',
          at: '2026-03-02T04:00:00Z',
          escort: 'police-officer',
          escortSex: 'female',
        }
        const said = { share, return: 'given', traceFamily, followUp, statistics, language, interpreter, givenOn }
        const input = { countryOfReturn: 'MM', ...profile, ...said, ...now, transport: 'ordinary' }
        return as('TH', 'liaison', 'openFastTrack', input)
      },
    },
    'who received without a request': {
      of: ['MM', 'welfare'],
      open: async () => {
        const received = { requestingCountry: 'TH', receivedOn: day, receptionPlace: 'family', ...profile }
        const caseId = await as('MM', 'welfare', 'recordReceptionWithoutRequest', received)
        return as('MM', 'welfare', 'recordConsent', { caseId, ...consent })
      },
    },
  }

  test.each(Object.keys(routes))('%s', async (route) => {
    const { of, open } = routes[route] as (typeof routes)[string]
    const caseId = await open()
    const [country, own] = of
    const others = (['supervisor', 'focal'] as const).filter((role) => role !== own)
    const keys = await Promise.all(others.map((role) => api.secondAccount(of, role)))
    for (const key of own === 'focal' ? [await way.key(country, own), ...keys] : keys) {
      const expectedVersion = await way.version(key, caseId)
      const done = await api.act(key, 'reviewRequest', { caseId, expectedVersion, ...approval })
      expect(done.problems[0]?.code, route).toBe('ANOTHER_OFFICER_NEEDED')
    }
  })

  test('who wrote a note that goes on with a forwarded request cannot approve it; one kept at home stays there', async () => {
    const caseId = await way.trace('TH', 'LA')
    for (const text of ['First note.', 'Second note.']) {
      await as('TH', 'focal', 'placeOnHold', { caseId, reason: 'legal', note: { text } })
      await as('TH', 'focal', 'resumeCase', { caseId })
    }
    await as('TH', 'supervisor', 'reviewNote', { caseId, decision: 'RETURN', noIdentifyingDetail: false })
    // Who forwarded it does not see it any more: the answer names no case.
    const theirs = await way.key('LA', 'focal')
    const forward = { caseId, expectedVersion: await way.version(theirs, caseId), to: 'MM', reason: 'not-competent' }
    expect((await api.act(theirs, 'forwardRequest', forward)).problems).toEqual([])
    await as('TH', 'liaison', 'recordConsent', { caseId, ...consent })
    await as('TH', 'liaison', 'submitForReview', { caseId })
    const focal = await way.key('TH', 'focal')
    const expectedVersion = await way.version(focal, caseId)
    const done = await api.act(focal, 'reviewRequest', { caseId, expectedVersion, ...approval })
    expect(done.problems[0]?.code).toBe('ANOTHER_OFFICER_NEEDED')
    await as('TH', 'supervisor', 'reviewRequest', { caseId, ...approval })
    const query = 'query ($id: ID!) { case(id: $id) { notes { text status } } }'
    const { data } = await api.ask(await way.key('MM', 'focal'), query, { id: caseId })
    expect(data.case.notes).toEqual([{ text: 'Second note.', status: 'APPROVED' }])
  })

  test('two officers, of one office or of two, do it', async () => {
    for (const [role, who] of [
      ['supervisor', 1],
      ['focal', 2],
    ] as const) {
      const caseId = await way.draft('LA', 'VN')
      await as('LA', 'liaison', 'recordConsent', { caseId, ...consent })
      await as('LA', 'liaison', 'submitForReview', { caseId })
      const key = await api.key('LA', role, who)
      await way.must(key, 'reviewRequest', { caseId, ...approval })
    }
  })
})
