import { globalId } from '../../schema/global-id.ts'
import { issueReference } from '../../server/domain/cases/reference.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { OfficeId } from '../../server/domain/kernel/ids.ts'
import type { Api } from './api.ts'
import { consent, profile } from './way-home.ts'

const day = '2026-03-02'
export const approval = { decision: 'APPROVE', noIdentifyingDetail: true }
export const traced = { result: 'traced', suitability: 'suitable', escortNeeded: false, concludedOn: day }
export const verified = { result: 'national', method: 'register', decidedOn: day }
export const noRisk = { risk: 'none', refoulementConcern: false, assessedOn: day }
const homeward = { outcome: 'return-to-family', childView: 'wishes-to-return' }
export const toFamily = { ...homeward, guardianAgrees: true, decidedOn: day }
export const papers = { travelDocument: 'return-certificate', travelDocumentIssued: true, receptionPlace: 'family' }
export const fit = { consentReconfirmed: true, fitToTravel: true, safeToTravel: true, belongingsReturned: true }
/** A Monday four weeks after the tests begin, a working day in Thailand, Lao PDR and Cambodia. */
export const meeting = { at: '2026-03-30T03:00:00Z', escort: 'none', transport: 'ordinary', needs: [] }
/** What a child's case has beside an adult's: in the profile, and in the consent. */
export const girl = { ageBand: 'age-12-14' }
export const girlsConsent = { guardian: 'given', childView: 'wishes-to-return' }

/** Well formed, and never issued. */
export const nobodys = '018f0000-0000-7000-8000-000000000000'
export const never = {
  case: globalId('Case', nobodys),
  handover: globalId('Handover', nobodys),
  meeting: globalId('Meeting', nobodys),
  report: globalId('Report', nobodys),
  reportPart: globalId('ReportPart', `${nobodys}.TH`),
  reportFile: globalId('ReportFile', nobodys),
  reference: issueReference('TH', 'LA', 2026, [1, 2, 3, 4, 5]),
}

/** What an input is about, the innermost first: the check of one person on a list is about the list. */
const TARGETS = ['reportFileId', 'reportPartId', 'reportId', 'meetingId', 'handoverId', 'caseId'] as const
export function targetOf(input: object): string | undefined {
  const given = input as Readonly<Record<string, string | undefined>>
  return TARGETS.map((name) => given[name]).find((id) => id !== undefined)
}

const VERSIONED = ['Case', 'Handover', 'Meeting', 'Report', 'ReportPart', 'ReportFile']
const VERSION = `query ($id: ID!) { node(id: $id) { ${VERSIONED.map((type) => `... on ${type} { version }`).join(' ')} } }`

/** The way home as officers walk it, over GraphQL: every stretch leaves the case where the next one begins. */
export class WayOverHttp {
  readonly api: Api
  constructor(api: Api) {
    this.api = api
  }
  key(country: CountryCode, role: Role, office?: string): Promise<string> {
    return this.api.key(country, role, 1, office as OfficeId)
  }
  /** The version that this reader sees; null where nothing is there. */
  async version(key: string, id: string): Promise<number | null> {
    return (await this.api.ask(key, VERSION, { id })).data.node?.version ?? null
  }
  /** The act succeeded, on the version its officer sees; the noun's id. */
  async must(key: string, name: string, input: object): Promise<string> {
    const target = targetOf(input)
    const seen = target ? { expectedVersion: await this.version(key, target) } : {}
    const done = await this.api.act(key, name, { ...seen, ...input })
    if (!done.noun) throw new Error(`${name}: ${JSON.stringify(done.problems)}`)
    return done.noun.id
  }
  async draft(from: CountryCode, to: CountryCode, more: object = {}): Promise<string> {
    return this.must(await this.key(from, 'liaison'), 'draftRequest', { countryOfReturn: to, ...profile, ...more })
  }
  /** Consented, reviewed, sent. */
  async send(from: CountryCode, to: CountryCode, more: object = {}, moreConsent: object = {}): Promise<string> {
    const caseId = await this.draft(from, to, more)
    const liaison = await this.key(from, 'liaison')
    await this.must(liaison, 'recordConsent', { caseId, ...consent, ...moreConsent })
    await this.must(liaison, 'submitForReview', { caseId })
    return this.must(await this.key(from, 'supervisor'), 'reviewRequest', { caseId, ...approval })
  }
  /** Sent and taken in hand, family traced, nationality verified: the findings of the requesting country are left. */
  async trace(from: CountryCode, to: CountryCode, more: object = {}, moreConsent: object = {}): Promise<string> {
    const caseId = await this.send(from, to, more, moreConsent)
    await this.must(await this.key(to, 'focal'), 'acknowledgeRequest', { caseId })
    await this.must(await this.key(to, 'welfare'), 'recordFamilyTracing', { caseId, ...traced })
    return this.must(await this.key(to, 'verifier'), 'recordVerification', { caseId, ...verified })
  }
  /** Accepted by the country of return. */
  async accept(from: CountryCode, to: CountryCode, more: object = {}, moreConsent: object = {}): Promise<string> {
    const caseId = await this.trace(from, to, more, moreConsent)
    await this.must(await this.key(from, 'focal'), 'recordRiskAssessment', { caseId, ...noRisk })
    if ('guardian' in moreConsent)
      await this.must(await this.key(from, 'guardian'), 'recordBestInterests', { caseId, ...toFamily })
    return this.must(await this.key(to, 'focal'), 'acceptReturn', { caseId, ...papers })
  }
}
