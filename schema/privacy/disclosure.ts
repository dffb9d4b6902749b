import type { ReadWay } from '../../server/domain/disclosure/reading.ts'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { type LoggedReading, listDisclosures } from '../../server/services/read-retention.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { countryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { closedList, Role } from '../enums.ts'
import { globalId, idOf } from '../global-id.ts'
import { requestError } from '../request-error.ts'
import { wordsField } from '../text.ts'
import { readTimeKey, timeKey } from './page-key.ts'

const ReadWayEnum = closedList('ReadWay', 'By which question a case was read.', {
  case: 'The case itself, or through another case.',
  list: 'In a list of cases.',
  work: 'In a list of what is owed or overdue.',
  handover: 'On a handover list.',
  meeting: 'Among the items of a meeting.',
  act: 'In the answer to an act; shown to the officer’s own country alone.',
  node: 'By its global id.',
  letter: 'A letter was taken away as a file.',
} satisfies Record<ReadWay, string>)

const DisclosureRef = builder.objectRef<LoggedReading>('Disclosure').implement({
  description: 'That an officer read a case. It names no officer and holds nothing of the case; it outlives the case.',
  fields: (t) => ({
    caseId: t.id({
      description: 'Global id of the case; after its erasure it leads nowhere.',
      resolve: ({ caseId }) => globalId('Case', caseId),
    }),
    reader: t.exposeString('reader', {
      nullable: true,
      description:
        'The same for the same reader, opaque otherwise: whose account it is, is for the reader’s own country to say. Null for readers of the other country.',
    }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The reader’s office; null for readers of the other country.',
      resolve: ({ office }, _args, { service }) => (office && service.world.offices.get(office)) ?? null,
    }),
    country: t.field(countryField('The reader’s country.', ({ country }) => country)),
    role: t.expose('role', {
      type: Role,
      nullable: true,
      description: 'The reader’s role; null for readers of the other country.',
    }),
    how: t.expose('how', { type: ReadWayEnum, description: 'By which question.' }),
    howLabel: t.string(wordsField('That in words.', ({ how }) => `labels:read.${how}`)),
    purpose: t.field({
      type: CodedValueRef,
      nullable: true,
      description:
        'What for, as it follows from the reader’s role and from what the reader owed then; null for readers of the other country.',
      resolve: ({ purpose }) => purpose && { list: 'read-purpose', code: purpose },
    }),
    at: t.expose('at', {
      type: 'DateTime',
      description:
        'When; alike readings within one second are one. Of readers of the other country the day alone, as its beginning in UTC.',
    }),
  }),
})
const Connection = connectionOf('Disclosure', DisclosureRef)

builder.queryField('disclosureLog', (t) =>
  t.field({
    type: Connection,
    description:
      'Who read the cases of the caller’s country, whichever country the reader is of; the newest first. For privacy officers; empty for all others.',
    args: {
      ...pageArguments(),
      reference: t.arg.string({ description: 'Only of this case, by its reference; as long as the case is there.' }),
      caseId: t.arg.id({ description: 'Only of this case, by its global id; also after its erasure.' }),
    },
    resolve: async (_root, { reference, caseId, ...args }, { service, by }) => {
      if (reference && caseId) throw requestError('BAD_USER_INPUT', { detail: 'disclosureLog: reference | caseId' })
      const wanted = { reference: reference ?? null, caseId: caseId ? (idOf('Case', caseId) as CaseId) : null }
      const after = readTimeKey(readCursor(args.after))
      const { rows, hasNext } = await listDisclosures(service, by, wanted, after, pageSize(args.first))
      return { nodes: rows, hasNext, cursor: ({ key }) => timeKey(key.at, key.id) }
    },
  }),
)
