import type { ImportHead } from '../../server/domain/aggregates/aggregate.ts'
import { seeAggregateImport } from '../../server/services/read-aggregates.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { globalId } from '../global-id.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'

export const AggregateImportRef = builder.objectRef<ImportHead>('AggregateImport').implement({
  description:
    'Figures that a country handed in together, with what it says about how it counted. Each country answers for its own figures. Read by the secretariat and by focal agencies, taskforces, privacy officers and administrators of all six countries.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('AggregateImport', ({ id }: ImportHead) => id)),
    version: t.int({
      description: '1, and 2 once another import took its place.',
      resolve: ({ replacedBy }) => (replacedBy === null ? 1 : 2),
    }),
    country: t.field(countryField('The country that reports.', ({ country }) => country)),
    definition: t.exposeString('definition', {
      description: 'Whom the country counts, in its own words and language; at most 280 characters.',
    }),
    coverage: t.exposeString('coverage', {
      description: 'What the figures take in and leave out, in its own words; at most 280 characters.',
    }),
    source: t.exposeString('source', {
      description: 'Where they were published or whose register they are from; at most 280 characters.',
    }),
    sourceDay: t.expose('sourceDay', { type: 'Date', description: 'Local day of the source.' }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'When they were handed in.' }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that handed them in.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    replaces: t.field({
      type: ['ID'],
      description: 'Global ids of the earlier imports that it took the place of; they stay readable.',
      resolve: ({ replaces }) => replaces.map((id) => globalId('AggregateImport', id)),
    }),
    replacedBy: t.id({
      nullable: true,
      description: 'Global id of the import that took its place; null while its figures are current.',
      resolve: ({ replacedBy }) => replacedBy && globalId('AggregateImport', replacedBy),
    }),
  }),
})

nodeFinder('AggregateImport', (id, { service, by }) => seeAggregateImport(service, by, id))
