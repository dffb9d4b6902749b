import type { Act, CaseFile } from '../cases/case-file.ts'
import { authorSide } from '../cases/case-state.ts'
import type { Side } from '../kernel/country.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { ActView, ConsentView } from './case-view.ts'
import { OWN_FINDINGS } from './secrecy.ts'

/** The purposes that the other side needs to know; the rest of a consent stays with the side that asked for it. */
const SHARED = ['share', 'return', 'traceFamily', 'followUp'] as const
const PRIVATE = ['statistics', 'guardian', 'childView', 'language', 'interpreter', 'givenOn'] as const
const WITH_CONSENT: ReadonlySet<ActionName> = new Set(['recordConsent', 'openFastTrack'])

/** Notes have a gate of their own (note-view.ts). */
const NOTE = ['note', 'noteSide', 'of']

const without = (record: Act['record'], names: readonly string[]): Act['record'] =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))

const sharedOf = ({ action, record }: Act): Act['record'] =>
  without(record, WITH_CONSENT.has(action) ? [...PRIVATE, ...NOTE] : NOTE)

/** An act as the reader may see it; `own`: of the reader's own country. */
export const actView = (act: Act, own: boolean): ActView => {
  const secret = !own && OWN_FINDINGS.has(act.action)
  return {
    journal: act.journal,
    action: act.action,
    step: act.step,
    office: act.by.office,
    country: act.by.country,
    role: act.by.role,
    at: act.at,
    result: secret ? null : act.result,
    record: secret ? null : own ? without(act.record, NOTE) : sharedOf(act),
    handover: act.handover,
  }
}

/** The consent in force, as one side may see it. */
export function consentView({ state }: CaseFile, side: Side): ConsentView | null {
  const { consent, stopped } = state
  const own = side === authorSide(state)
  if (!consent || (!own && stopped && stopped.kind !== 'refused')) return null
  const take = (names: readonly (keyof ConsentView)[], seen: boolean) =>
    Object.fromEntries(names.map((name) => [name, seen ? (consent[name] ?? null) : null]))
  return { ...take(SHARED, true), ...take(PRIVATE, own) } as unknown as ConsentView
}
