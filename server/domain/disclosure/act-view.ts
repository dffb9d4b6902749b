import type { Act, CaseFile } from '../cases/case-file.ts'
import { authorSide } from '../cases/case-state.ts'
import { consentFields } from '../cases/inputs.ts'
import type { Side } from '../kernel/country.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { ActView, ConsentView } from './case-view.ts'
import { reads } from './field-rules.ts'
import { OWN_FINDINGS } from './secrecy.ts'

export const WITH_CONSENT: ReadonlySet<ActionName> = new Set(['recordConsent', 'openFastTrack'])
const consentNames = Object.keys(consentFields) as (keyof ConsentView)[]

/** What belongs to one side alone, by the field rules. */
const PRIVATE: ReadonlySet<string> = new Set(consentNames.filter((name) => !reads('Consent', name, { own: false })))

/** Notes have a gate of their own (note-view.ts). */
const NOTE = ['note', 'noteSide', 'of']

const without = (record: Act['record'], names: readonly string[]): Act['record'] =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))

const sharedOf = ({ action, record }: Act): Act['record'] =>
  without(record, WITH_CONSENT.has(action) ? [...PRIVATE, ...NOTE] : NOTE)

/** An act as the reader may see it; `own`: of the reader's own country. */
export const actView = (act: Act, own: boolean): ActView => {
  const seen = { own, finding: OWN_FINDINGS.has(act.action) }
  return {
    journal: act.journal,
    action: act.action,
    step: act.step,
    office: act.by.office,
    country: act.by.country,
    role: act.by.role,
    at: act.at,
    result: reads('Act', 'result', seen) ? act.result : null,
    record: reads('Act', 'values', seen) ? (own ? without(act.record, NOTE) : sharedOf(act)) : null,
    handover: act.handover,
  }
}

/** A consent as recorded, each field as far as one side reads it. Older ones lack what was not asked for then. */
export const consentRecord = (record: Readonly<Record<string, unknown>>, own: boolean): ConsentView =>
  Object.fromEntries(
    consentNames.map((name) => [name, reads('Consent', name, { own }) ? (record[name] ?? null) : null]),
  ) as unknown as ConsentView

/** The consent in force, as one side may see it. */
export function consentView({ state }: CaseFile, side: Side): ConsentView | null {
  const { consent, stopped } = state
  const own = side === authorSide(state)
  return consent && reads('Case', 'consent', { own, stopped }) ? consentRecord({ ...consent }, own) : null
}
