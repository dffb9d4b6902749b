import type { CaseId } from '../../server/domain/kernel/ids.ts'
import type { Certificate, ErasureReason } from '../../server/domain/retention/certificate.ts'
import { listErasures } from '../../server/services/read-retention.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { CountryRef, countryField } from '../directory/country.ts'
import { closedList } from '../enums.ts'
import { idOf } from '../global-id.ts'
import { wordsField } from '../text.ts'
import { readTimeKey, timeKey } from './page-key.ts'

const ErasureReasonEnum = closedList('ErasureReason', 'Why a case was erased.', {
  retention: 'Its retention period was over.',
  request: 'The person asked for it.',
  abandoned: 'A draft that was never sent and that nobody touched for a long time.',
} satisfies Record<ErasureReason, string>)

const ErasedRowsRef = builder.objectRef<readonly [string, number]>('ErasedRows').implement({
  description: 'How many rows of one kind went.',
  fields: (t) => ({
    kind: t.string({ description: 'What kind of rows: acts, parts, queue and so on.', resolve: ([kind]) => kind }),
    count: t.int({ description: 'How many.', resolve: ([, count]) => count }),
  }),
})

const ErasureRef = builder.objectRef<Certificate>('ErasureCertificate').implement({
  description: 'That a case was erased. It never holds the reference of the case, or anything the case held.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Random id; the journal has an entry under the same id.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    why: t.expose('why', { type: ErasureReasonEnum, description: 'Why.' }),
    whyLabel: t.string(wordsField('That in words.', ({ why }) => `labels:erasure.${why}`)),
    openedBy: t.field(countryField('The country that had opened the case.', ({ openedBy }) => openedBy)),
    sharedWith: t.field({
      type: CountryRef,
      nullable: true,
      description: 'The other country; null where it never knew of the case.',
      resolve: ({ sharedWith }, _args, { service }) => (sharedWith && service.world.countries.get(sharedWith)) ?? null,
    }),
    rows: t.field({
      type: [ErasedRowsRef],
      nullable: true,
      description:
        'What went, by kind. For the country that had opened the case alone: how many acts there were tells of them.',
      resolve: ({ openedBy, counts }, _args, { by }) => (by.country === openedBy ? Object.entries(counts) : null),
    }),
    journalEntries: t.int({
      nullable: true,
      description:
        'Journal entries that have no content any more; the entries stay. For the country that had opened the case alone.',
      resolve: ({ openedBy, journalEntries }, _args, { by }) => (by.country === openedBy ? journalEntries : null),
    }),
    caseHash: t.exposeString('caseHash', { description: 'Hex SHA-256 of the random id of the case.' }),
  }),
})
const Connection = connectionOf('ErasureCertificate', ErasureRef)

builder.queryField('erasures', (t) =>
  t.field({
    type: Connection,
    description:
      'Certificates of erased cases that the caller’s country knew of, the newest first. For privacy officers; empty for all others.',
    args: {
      ...pageArguments(),
      caseId: t.arg.id({ description: 'Only of the case that had this global id.' }),
    },
    resolve: async (_root, { caseId, ...args }, { service, by }) => {
      const id = caseId ? (idOf('Case', caseId) as CaseId) : null
      const after = readTimeKey(readCursor(args.after))
      const { rows, hasNext } = await listErasures(service, by, id, after, pageSize(args.first))
      return { nodes: rows, hasNext, cursor: (one) => timeKey(one.at, one.id) }
    },
  }),
)
