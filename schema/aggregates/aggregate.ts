import type { Part } from '../../server/domain/aggregates/aggregate.ts'
import { PART_LISTS, type PartKey } from '../../server/domain/aggregates/breakdown.ts'
import type { Aggregate } from '../../server/domain/aggregates/compare.ts'
import { type AggregateFilter, type AggregateKey, aggregatesFor } from '../../server/services/read-aggregates.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import type { Context } from '../context.ts'
import { countryField, maybeCountryField } from '../directory/country.ts'
import { CountryCode } from '../enums.ts'
import { requestError } from '../request-error.ts'
import { AggregateImportRef } from './aggregate-import.ts'

/** The code of a part with the list that it stands in; null where the part does not name it. */
const codedField = (key: PartKey, description: string) => ({
  type: CodedValueRef,
  nullable: true as const,
  description,
  resolve: (part: Part, _args: object, { service: { world } }: Context) => {
    const code = part[key]
    const lists: readonly string[] = PART_LISTS[key]
    const list = lists.find((one) => code && world.codes.get(one)?.has(code))
    return code && list ? { list, code } : null
  },
})
const PartRef = builder.objectRef<Part>('AggregatePart').implement({
  description: 'A part of a figure, as the country gave it; what it does not name it counts together.',
  fields: (t) => ({
    sex: t.field(codedField('sex', 'Sex.')),
    age: t.field(codedField('age', 'Child, adult, an age band, or not stated.')),
    exploitation: t.field(codedField('exploitation', 'Form of exploitation.')),
    value: t.exposeInt('value', { description: 'How many.' }),
  }),
})

export const AggregateRef = builder.objectRef<Aggregate>('Aggregate').implement({
  description:
    'A figure that a country publishes about itself. It is shown as the country gave it: each country answers for its own figures.',
  fields: (t) => ({
    country: t.field(countryField('The country that reports.', (one) => one.import.country)),
    year: t.exposeInt('year', { description: 'Gregorian year.' }),
    quarter: t.exposeInt('quarter', { nullable: true, description: 'Quarter, 1 to 4; null: the whole year.' }),
    indicator: t.field({
      type: CodedValueRef,
      description: 'What is counted.',
      resolve: ({ indicator }) => ({ list: 'aggregate-indicator', code: indicator }),
    }),
    requestingCountry: t.field(
      maybeCountryField('Where the persons were; null: a figure of the whole country.', (one) => one.requestingCountry),
    ),
    countryOfReturn: t.field(
      maybeCountryField('Where they return to; null: a figure of the whole country.', (one) => one.countryOfReturn),
    ),
    total: t.exposeInt('total', { description: 'How many in all.' }),
    totalDerived: t.exposeBoolean('derived', {
      description: 'The country gave parts only, and the total is their sum.',
    }),
    parts: t.field({
      type: [PartRef],
      description: 'Breakdowns of the total; each adds up to it.',
      resolve: ({ parts }) => [...parts],
    }),
    import: t.field({
      type: AggregateImportRef,
      description: 'What the country says of its figures: definition, coverage, source.',
      resolve: (one) => one.import,
    }),
  }),
})
const Connection = connectionOf('Aggregate', AggregateRef)

const keyOf = (one: Aggregate): string => `${one.import.id} ${one.position}`
function readKey(cursor: string | null): AggregateKey | null {
  if (cursor === null) return null
  const [, importId, position] = /^([0-9a-f-]{36}) (\d{1,4})$/.exec(cursor) ?? []
  if (!importId || !position) throw requestError('CURSOR_INVALID')
  return { importId, position: Number(position) }
}

builder.queryField('aggregates', (t) =>
  t.field({
    type: Connection,
    description:
      'National figures, the newest import first. For the secretariat and for focal agencies, taskforces, privacy officers and administrators of all six countries; empty for all others. They are published totals, shown as given.',
    args: {
      ...pageArguments(),
      country: t.arg({ type: CountryCode, description: 'Only what this country reports.' }),
      indicator: t.arg({ type: 'Code', description: 'Only this indicator. Code list `aggregate-indicator`.' }),
      year: t.arg.int({ description: 'Only this Gregorian year, with its quarters.' }),
      quarter: t.arg.int({ description: 'Only this quarter, 1 to 4.' }),
      requestingCountry: t.arg({ type: CountryCode, description: 'Only corridors from this country.' }),
      countryOfReturn: t.arg({ type: CountryCode, description: 'Only corridors to this country.' }),
      includeReplaced: t.arg.boolean({ description: 'Also figures whose import was replaced; false when left out.' }),
    },
    resolve: async (_root, { first, after, includeReplaced, ...given }, { service, by }) => {
      const wanted = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
      const filter: AggregateFilter = { ...Object.fromEntries(wanted), replaced: includeReplaced === true }
      const { rows, hasNext } = await aggregatesFor(service, by, filter, readKey(readCursor(after)), pageSize(first))
      return { nodes: rows, hasNext, cursor: keyOf }
    },
  }),
)
