import type { CountryCode } from '../kernel/country.ts'
import type { TypedWording } from '../kernel/wording.ts'
import type { ConferenceSeries } from './meeting.ts'

/** Entries as the contract takes them: what may be left out may be null or not there. */
export interface TypedEntry {
  readonly organisers: { readonly role: string; readonly name: TypedWording }
  readonly delegations: { readonly country: CountryCode; readonly led?: MaybeWording; readonly persons?: MaybeNumber }
  readonly others: { readonly group: TypedWording; readonly persons?: MaybeNumber }
  readonly documents: {
    readonly kind: string
    readonly title: TypedWording
    readonly items?: readonly TypedItem[] | null
  }
  readonly decisions: {
    readonly text: TypedWording
    readonly countries?: readonly CountryCode[] | null
    readonly due?: string | null
  }
  readonly signatures: {
    readonly document: number
    readonly country: CountryCode
    readonly office?: MaybeWording
    readonly day: string
  }
  readonly next: {
    readonly series: ConferenceSeries
    readonly number?: MaybeNumber
    readonly firstDay?: string | null
    readonly host?: CountryCode | null
  }
}
export interface TypedItem {
  readonly number: number
  readonly text?: MaybeWording
  readonly actions?: MaybeNumber
}
export type MaybeWording = TypedWording | null
export type MaybeNumber = number | null
