import type { AnyRegistered } from '../server/domain/registers/register.ts'
import { and, eq, isNull } from './drizzle.ts'
import { param, statement, type Write } from './statement.ts'

const insertImport = statement(({ q, t }) =>
  q
    .insert(t.aggregateImports)
    .values({
      id: param('id'),
      country: param('country'),
      number: param('number'),
      content: param('content'),
      office: param('office'),
      at: param('importedAt'),
    })
    // Another import of the country took the number: decided again.
    .onConflictDoNothing(),
)
const insertAggregate = statement(({ q, t }) =>
  q.insert(t.aggregates).values({
    importId: param('importId'),
    position: param('position'),
    country: param('country'),
    indicator: param('indicator'),
    year: param('year'),
    quarter: param('quarter'),
    requestingCountry: param('requestingCountry'),
    countryOfReturn: param('countryOfReturn'),
    total: param('total'),
    derived: param('derived'),
    parts: param('parts'),
  }),
)
const markReplaced = statement(({ q, t }) =>
  q
    .update(t.aggregateImports)
    .set({ replacedBy: param('by') })
    .where(
      and(
        eq(t.aggregateImports.id, param('id')),
        eq(t.aggregateImports.country, param('country')),
        isNull(t.aggregateImports.replacedBy),
      ),
    ),
)

/** What an import leaves behind; nothing where the entry is of another register. */
export function aggregateWrites(entry: AnyRegistered | undefined): readonly Write[] {
  if (entry?.kind !== 'aggregates') return []
  const { id, content } = entry
  const { definition, coverage, source, sourceDay, replaces, figures, country } = content
  const said = JSON.stringify({ definition, coverage, source, sourceDay, replaces })
  return [
    { statement: insertImport, params: { ...content, id, content: said }, unless: { rows: 1, refused: 'conflict' } },
    ...replaces.map(
      (old): Write => ({
        statement: markReplaced,
        params: { id: old, country, by: id },
        unless: { rows: 1, refused: 'conflict' },
      }),
    ),
    ...figures.map(
      ({ parts, derived, ...figure }, position): Write => ({
        statement: insertAggregate,
        params: { ...figure, importId: id, position, country, derived: derived ? 1 : 0, parts: JSON.stringify(parts) },
      }),
    ),
  ]
}
