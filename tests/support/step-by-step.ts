import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Held } from './told.ts'
import { at, consent, profile } from './way-home.ts'
import {
  approval,
  fit,
  girl,
  girlsConsent,
  meeting,
  noRisk,
  papers,
  toFamily,
  traced,
  verified,
  type WayOverHttp,
} from './way-over-http.ts'

export type Officer = readonly [CountryCode, Role, string?]

/** Who can have a part in a case from Thailand to Lao PDR, on either side. */
export const requesters: readonly Officer[] = [
  ['TH', 'liaison'],
  ['TH', 'supervisor'],
  ['TH', 'focal'],
  ['TH', 'guardian'],
  ['TH', 'welfare'],
  ['TH', 'verifier'],
  ['TH', 'post', 'th-post-nong-khai'],
]
export const receivers: readonly Officer[] = [
  ['LA', 'focal'],
  ['LA', 'verifier'],
  ['LA', 'welfare'],
  ['LA', 'post', 'la-post-vientiane'],
  ['LA', 'liaison'],
  ['LA', 'supervisor'],
  ['LA', 'guardian'],
]

type Walk = (way: WayOverHttp, held: Held) => Promise<unknown>

const by =
  ([country, role]: Officer, name: string, input: object): Walk =>
  async (way, { caseId }) =>
    way.must(await way.key(country, role), name, { caseId, ...input })

/** A draft for a girl who is presumed to be a victim: identification can still end it, and so can her best interests. */
export const draftOf = (way: WayOverHttp): Promise<string> =>
  way.draft('TH', 'LA', { ...profile, ...girl, identification: 'presumed' })

/** A girl travels with somebody. */
const escorted = { escort: 'welfare-officer', escortSex: 'female' }

const propose: Walk = async (way, held) => {
  const list = { caseIds: [held.caseId], crossing: 'la-th-vientiane-nong-khai', ...meeting, ...escorted }
  held.handoverId = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
}
const confirm: Walk = async (way, { handoverId }) =>
  way.must(await way.key('LA', 'focal'), 'confirmHandover', { handoverId })
const check: Walk = async (way, { caseId, handoverId }) => {
  way.api.clock.set(at('2026-03-30T01:00:00.000Z'))
  await way.must(await way.key('TH', 'liaison'), 'recordDepartureCheck', { handoverId, caseId, ...fit })
}

/** Her way from the draft to the check before departure: every act in its turn, named by what is true after it. */
export const stepByStep: readonly (readonly [string, Walk])[] = [
  ['consented', by(['TH', 'liaison'], 'recordConsent', { ...consent, ...girlsConsent })],
  ['submitted', by(['TH', 'liaison'], 'submitForReview', {})],
  ['sent', by(['TH', 'supervisor'], 'reviewRequest', approval)],
  ['acknowledged', by(['LA', 'focal'], 'acknowledgeRequest', {})],
  ['traced', by(['LA', 'welfare'], 'recordFamilyTracing', traced)],
  ['verified', by(['LA', 'verifier'], 'recordVerification', verified)],
  ['risk assessed', by(['TH', 'focal'], 'recordRiskAssessment', { ...noRisk, risk: 'manageable' })],
  ['best interests determined', by(['TH', 'guardian'], 'recordBestInterests', toFamily)],
  ['accepted', by(['LA', 'focal'], 'acceptReturn', papers)],
  ['proposed', propose],
  ['family prepared', by(['LA', 'welfare'], 'recordFamilyTracing', traced)],
  ['handover agreed', confirm],
  ['checked', check],
]

/** Walks until `name` is true: all of them an act at a time, an hour between the acts. */
export async function walkTo(way: WayOverHttp, name: string, all: readonly Held[]): Promise<void> {
  const last = stepByStep.findIndex(([one]) => one === name)
  for (const [, walk] of stepByStep.slice(0, last + 1)) {
    way.api.later(1)
    for (const held of all) await walk(way, held)
  }
}
