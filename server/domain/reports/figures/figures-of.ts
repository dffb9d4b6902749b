import type { Corridor } from '../../kernel/country.ts'
import type { FactKind } from '../../statistics/fact.ts'
import type { Share } from '../protection/shares.ts'
import type { ReportKind } from '../report-kinds.ts'
import type { FigureDimensions } from './dimensions.ts'

/** Acts whose time both countries watch: how long they take, and which are open. */
export const watchedSteps = ['acknowledgeRequest', 'recordVerification', 'confirmReception'] as const
export type WatchedStep = (typeof watchedSteps)[number]

/** A table of a report: facts of one kind and name, divided. */
export interface Figure {
  /** Names the table, and in the words of locales what it shows. */
  readonly id: string
  readonly kind: FactKind
  /** Facts of this name alone; null: all of the kind. */
  readonly name: string | null
  readonly by: readonly (keyof FigureDimensions)[]
}

const CORRIDOR = ['requestingCountry', 'countryOfReturn'] as const

/** The figures of a report on the way home, in their order. */
const FIGURES = [
  { id: 'sent-by-corridor', kind: 'milestone', name: 'sent', by: CORRIDOR },
  { id: 'sent-by-sex-and-age', kind: 'milestone', name: 'sent', by: ['sex', 'age'] },
  { id: 'sent-by-exploitation', kind: 'milestone', name: 'sent', by: ['exploitation'] },
  { id: 'sent-by-sector', kind: 'milestone', name: 'sent', by: ['sector'] },
  { id: 'accepted-by-corridor', kind: 'milestone', name: 'accepted', by: CORRIDOR },
  { id: 'received-by-corridor', kind: 'milestone', name: 'received', by: CORRIDOR },
  { id: 'acknowledged-in-time', kind: 'step', name: 'acknowledgeRequest', by: ['owedBy', 'inTime'] },
  { id: 'verified-in-time', kind: 'step', name: 'recordVerification', by: ['owedBy', 'inTime'] },
  { id: 'received-in-time', kind: 'step', name: 'confirmReception', by: ['owedBy', 'inTime'] },
  { id: 'returned-for-information', kind: 'branch', name: 'returned-for-information', by: CORRIDOR },
  { id: 'holds-by-reason', kind: 'branch', name: 'on-hold', by: ['holdReason'] },
  { id: 'refusals-by-reason', kind: 'branch', name: 'refused', by: ['refusalReason'] },
  { id: 'disputes-by-subject', kind: 'branch', name: 'disputed', by: ['disputeSubject'] },
  { id: 'stopped-by-corridor', kind: 'branch', name: 'stopped', by: CORRIDOR },
  { id: 'unannounced-by-corridor', kind: 'branch', name: 'unannounced', by: CORRIDOR },
  { id: 'services-by-kind', kind: 'service', name: null, by: ['service'] },
] as const satisfies readonly Figure[]

/** Steps that are open at the snapshot, by the country that owes them and by whether they are due. */
export const OPEN_FIGURES = [
  { id: 'acknowledge-open', step: 'acknowledgeRequest' },
  { id: 'verify-open', step: 'recordVerification' },
  { id: 'receive-open', step: 'confirmReception' },
] as const satisfies readonly { readonly id: string; readonly step: WatchedStep }[]

export type FactFigureId = (typeof FIGURES)[number]['id']
export type FigureId = FactFigureId | (typeof OPEN_FIGURES)[number]['id']

/**
 * What readers set in relation although it is counted apart: how many of those sent were answered, of those received
 * confirmed. The step stands beside a median, which is measured on it.
 */
export const figureShares: readonly Share[] = [
  { whole: 'milestone sent', part: 'step acknowledgeRequest', as: { countryOfReturn: 'owedBy' } },
  { whole: 'milestone sent', part: 'step recordVerification', as: { countryOfReturn: 'owedBy' } },
  { whole: 'step acknowledgeRequest', part: 'step recordVerification', as: {} },
  { whole: 'milestone received', part: 'step confirmReception', as: { countryOfReturn: 'owedBy' } },
]

/** A summary shows the way home alone; all others show everything. */
const SUMMARY: readonly FigureId[] = [
  'sent-by-corridor',
  'accepted-by-corridor',
  'received-by-corridor',
  'acknowledged-in-time',
  'received-in-time',
]

/** What a kind of report shows. */
export const figuresOf = (kind: ReportKind): readonly (Figure & { readonly id: FactFigureId })[] =>
  kind === 'imm-summary' ? FIGURES.filter(({ id }) => SUMMARY.includes(id)) : FIGURES

/** One direction of a corridor, or all of them; a direction has its own tables. */
export type Direction = Corridor | null

/** Both directions of a report’s corridor; all together where it has none. */
export const directionsOf = (corridor: Corridor | null): readonly Direction[] =>
  corridor
    ? [corridor, { requestingCountry: corridor.countryOfReturn, countryOfReturn: corridor.requestingCountry }]
    : [null]

/** Of one direction the countries are known, and tables are not divided by them. */
export const dividedBy = (by: readonly (keyof FigureDimensions)[], direction: Direction) =>
  direction ? by.filter((one) => one !== 'requestingCountry' && one !== 'countryOfReturn' && one !== 'owedBy') : by

/** `holds-by-reason`, of one direction `holds-by-reason-th-kh`. */
export const tableId = (figure: FigureId, direction: Direction): string =>
  direction ? `${figure}-${direction.requestingCountry}-${direction.countryOfReturn}`.toLowerCase() : figure
