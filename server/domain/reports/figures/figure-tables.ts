import { type Period, periodText } from '../../aggregates/period.ts'
import type { FactKind } from '../../statistics/fact.ts'
import type { CountTable } from '../protection/count-table.ts'
import type { CountedFact } from './counted-fact.ts'
import { cube } from './cube.ts'
import type { FigureDimensions } from './dimensions.ts'

/** Facts by kind, of the period of a report. */
export type FactsByKind = Readonly<Record<Exclude<FactKind, 'service'>, readonly CountedFact[]>>

interface Figure {
  /** Names the table, and in the words of locales what it shows. */
  readonly id: string
  readonly kind: keyof FactsByKind
  /** Facts of this name alone. */
  readonly name: string
  readonly by: readonly (keyof FigureDimensions)[]
}

const CORRIDOR = ['requestingCountry', 'countryOfReturn'] as const

/** The figures of a report on the way home, in their order. */
const FIGURES: readonly Figure[] = [
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
  { id: 'unannounced-by-corridor', kind: 'branch', name: 'unannounced', by: CORRIDOR },
]

/** The tables, with their true counts: for disclosure control alone (`protect`), never for a reader. */
export const figureTables = (
  facts: FactsByKind,
  dimensions: FigureDimensions,
  { snapshot, period }: { readonly snapshot: string; readonly period: Period },
): readonly CountTable[] =>
  FIGURES.map(({ id, kind, name, by }) => ({
    id,
    measure: { name: `${kind} ${name}`, of: 'persons', cumulative: true },
    snapshot,
    dimensions: by.map((one) => dimensions[one].name),
    cells: cube(
      facts[kind].filter((fact) => fact.name === name),
      by.map((one) => dimensions[one]),
      { period: periodText(period) },
    ),
  }))
