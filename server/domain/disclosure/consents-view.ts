import type { Act, CaseFile } from '../cases/case-file.ts'
import type { Code, OfficeId } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { consentRecord, WITH_CONSENT } from './act-view.ts'
import type { ConsentView } from './case-view.ts'

/** A consent as it was once recorded. */
export interface ConsentVersion {
  /** 1 is the oldest. */
  readonly number: number
  readonly consent: ConsentView
  readonly recordedAt: Instant
  readonly office: OfficeId
  /** The local day on which the person took it back; null while they have not. */
  readonly withdrawnOn: Day | null
  /** The newest one, not taken back, and for the country that is asked now. */
  readonly inForce: boolean
}

/** Every consent of a case, the newest first. One asked anew takes the place of the one before. */
export function consentsView({ acts, state }: CaseFile): readonly ConsentVersion[] {
  const versions: ConsentVersion[] = []
  for (const act of acts) {
    const last = versions.at(-1)
    if (WITH_CONSENT.has(act.action)) versions.push(versionOf(act, versions.length + 1))
    if (act.action === 'withdrawConsent' && last)
      versions[versions.length - 1] = { ...last, withdrawnOn: act.record['withdrawnOn'] as Day }
  }
  const newest = versions.at(-1)
  if (newest && state.consent && !newest.withdrawnOn) versions[versions.length - 1] = { ...newest, inForce: true }
  return versions.reverse()
}

const versionOf = (act: Act, number: number): ConsentVersion => ({
  number,
  consent: consentRecord(act.record as Readonly<Record<string, Code>>, true),
  recordedAt: act.at,
  office: act.by.office,
  withdrawnOn: null,
  inForce: false,
})
