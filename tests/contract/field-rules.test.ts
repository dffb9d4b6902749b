import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readBy } from '../../schema/read-by.ts'
import { type Role, roles } from '../../server/domain/cases/roles.ts'
import { fieldRules, type Reach, type RuledType, readers } from '../../server/domain/disclosure/field-rules.ts'
import { fieldTable } from '../../server/domain/disclosure/field-table.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { ruledType, WHOLE_CASE } from '../support/ruled-fields.ts'
import { girl, girlsConsent, noRisk, WayOverHttp } from '../support/way-over-http.ts'

const table = fieldTable()
const FINDINGS = ['RECORD_RISK_ASSESSMENT', 'RECORD_BEST_INTERESTS', 'RECORD_FOLLOW_UP']
/** Everybody reads in one language, so that words can be compared too. */
const ENGLISH = { 'accept-language': 'en' }
/** What a field holds where it is not read. */
const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)

describe('the table of the corridor minimum', () => {
  test.each(Object.keys(fieldRules) as RuledType[])(
    'every field of %s has a rule, and no rule is without one',
    (name) => {
      const fields = Object.values(ruledType(name).getFields())
      expect(fields.map((one) => one.name).sort()).toEqual(Object.keys(fieldRules[name]).sort())
      for (const field of fields) {
        const row = table.find((one) => one.type === name && one.field === field.name)
        expect(field.description?.endsWith(readBy[row?.reach as Reach]), `${name}.${field.name}`).toBe(true)
      }
    },
  )

  test('nothing reaches the other side before the case is sent', () => {
    expect(table.filter(({ other }) => other !== null && other.from !== 'SENT')).toEqual([])
    expect(table.filter(({ type, other }) => type === 'ConsentVersion' && other !== null)).toEqual([])
  })
})

describe.each(engineKinds)('what is read equals the table, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const child = [girl, { ...girlsConsent, leafletGiven: true }] as const
  const whole = async (key: string, id: string): Promise<Looked> => {
    const { data, errors } = await api.ask(key, WHOLE_CASE, { id }, ENGLISH)
    expect(errors).toBeUndefined()
    return data.case
  }
  const see = async (country: CountryCode, role: Role, id: string): Promise<Looked> =>
    whole(await way.key(country, role), id)
  const act = async (country: CountryCode, role: Role, name: string, input: object) =>
    way.must(await way.key(country, role), name, input)
  const sent = () => way.send('TH', 'LA', ...child)
  const refused = async () => {
    const caseId = await sent()
    await act('LA', 'focal', 'acknowledgeRequest', { caseId })
    await act('LA', 'focal', 'refuseReturn', { caseId, reason: 'duplicate' })
    return caseId
  }
  const stages: Record<string, () => Promise<string>> = {
    draft: () => way.draft('TH', 'LA', girl),
    sent,
    accepted: () => way.accept('TH', 'LA', ...child),
    refused,
    withdrawn: async () => {
      const caseId = await sent()
      return act('TH', 'liaison', 'withdrawConsent', { caseId, withdrawnOn: '2026-03-02', noNotice: false })
    },
    'not proceeding': async () => {
      const caseId = await way.trace('TH', 'LA', ...child)
      return act('TH', 'focal', 'recordRiskAssessment', { caseId, ...noRisk, risk: 'high' })
    },
    closed: async () => {
      const caseId = await refused()
      await act('LA', 'focal', 'proposeClosure', { caseId, reason: 'refused' })
      return act('TH', 'focal', 'closeCase', { caseId })
    },
  }

  test.each(Object.keys(stages))('%s', async (stage) => {
    const id = await (stages[stage] as () => Promise<string>)()
    const [own, other] = [await see('TH', 'focal', id), await see('LA', 'focal', id)]
    expect(own).not.toBeNull()
    // Before the sending there is nothing at all.
    if (stage === 'draft') expect(other).toBeNull()
    else compareCases(own, other)
    for (const role of roles) await seesByRole(role, stage, id)
  })

  /** A role that the table does not name sees nothing; one that it names sees, if anything, what its side sees. */
  async function seesByRole(role: Role, stage: string, id: string): Promise<void> {
    const named: readonly Role[] = stage === 'closed' ? readers.closed : readers.open
    const keys =
      role === 'secretariat' || role === 'operator'
        ? [await api.keyOf(role)]
        : await Promise.all((['TH', 'LA'] as const).map((country) => way.key(country, role, postOf(country, role))))
    for (const key of keys) {
      const seen = await whole(key, id)
      if (!named.includes(role)) expect(seen, `${stage} ${role}`).toBeNull()
      if (seen === null) continue
      const { possible: _own, ...rest } = await see(seen.mySide === 'REQUESTING' ? 'TH' : 'LA', 'focal', id)
      const { possible: _other, ...asRole } = seen
      expect(asRole, `${stage} ${role}`).toEqual(rest)
    }
  }

  /** Every field of the case, its consent, its steps and its acts, on the other side beside the own one. */
  function compareCases(own: Looked, other: Looked): void {
    for (const { field, reach, other: theirs } of table.filter(({ type }) => type === 'Case')) {
      const shown = { own: own[field], other: other[field], field }
      if (theirs === null) expect([field, isNothing(shown.other)]).toEqual([field, true])
      if (reach === 'both') expect(shown.other, field).toEqual(shown.own)
    }
    const stops = own.stopped !== null && own.stopped !== 'REFUSED'
    expect(other.consent === null).toBe(stops)
    if (other.consent) compare('Consent', own.consent, other.consent, false, true)
    expect(other.consents).toEqual([])
    expect(own.consents.length).toBeGreaterThan(0)
    for (const step of other.steps) {
      const twin = own.steps.find(({ key }: Looked) => key === step.key)
      // A step belongs to the side that owes it.
      const theirs = step.side === 'REQUESTING'
      // A step of its own that the first side is not shown.
      if (!twin)
        expect([['RECORD_FOLLOW_UP', 'REVIEW_NOTE'].includes(step.action), step.side]).toEqual([true, 'RETURN'])
      else compare('Step', theirs ? twin : step, theirs ? step : twin, FINDINGS.includes(step.action), true)
    }
    for (const entry of other.journal) {
      const twin = own.journal.find(({ receipt }: Looked) => receipt.id === entry.receipt.id)
      const theirs = entry.country.code === 'TH'
      const whole = entry.action !== 'RECORD_CONSENT'
      compare('Act', theirs ? twin : entry, theirs ? entry : twin, FINDINGS.includes(entry.action), whole)
    }
  }

  /** The owner's reading beside the other side's: alike where the rule lets it across, nothing where it does not. */
  function compare(type: RuledType, mine: Looked, theirs: Looked, finding: boolean, whole: boolean): void {
    for (const [field, reach] of Object.entries<Reach>(fieldRules[type])) {
      const where = `${type}.${field} of ${mine.key ?? mine.action ?? 'the consent'}`
      const hidden = reach === 'own' || (reach === 'unless-finding' && finding)
      if (hidden) expect(isNothing(theirs[field]), where).toBe(true)
      else if (whole) expect(theirs[field], where).toEqual(mine[field])
    }
  }

  const postOf = (country: CountryCode, role: Role) =>
    role === 'post' ? (country === 'TH' ? 'th-post-nong-khai' : 'la-post-vientiane') : undefined
})
