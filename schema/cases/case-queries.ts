import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { listCases, type CaseOrder as Order, seeCaseByReference } from '../../server/services/read.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { orNotLogged } from '../context.ts'
import { CountryCode, closedList, Stage } from '../enums.ts'
import { idOf } from '../global-id.ts'
import { requestError } from '../request-error.ts'
import { CaseRef } from './case-ref.ts'

const CaseOrder = closedList('CaseOrder', 'Order of a list of cases; ends with the id.', {
  NEWEST_FIRST: 'By creation, newest first.',
  OLDEST_FIRST: 'By creation, oldest first.',
} satisfies Record<Order, string>)

const CaseFilter = builder.inputType('CaseFilter', {
  description: 'What a list of cases is narrowed by; all of it must hold.',
  fields: (t) => ({
    requestingCountry: t.field({ type: CountryCode, description: 'Where the person is.' }),
    countryOfReturn: t.field({ type: CountryCode, description: 'Where the person returns to.' }),
    stage: t.field({ type: Stage, description: 'How far the case is.' }),
    child: t.boolean({ description: 'Only children, or only adults.' }),
  }),
})

const Connection = connectionOf('Case', CaseRef)

builder.queryField('cases', (t) =>
  t.field({
    type: Connection,
    description: 'Cases the caller’s office has a part in, on either side.',
    args: {
      ...pageArguments(),
      filter: t.arg({ type: CaseFilter, description: 'Only cases that fit.' }),
      order: t.arg({ type: CaseOrder, description: 'Newest first when left out.' }),
    },
    resolve: async (_root, args, { service, by, load }) => {
      const after = readCursor(args.after) as CaseId | null
      const order = args.order ?? 'NEWEST_FIRST'
      const listed = listCases(service, by, args.filter ?? {}, order, after, pageSize(args.first))
      const { rows, hasNext } = await orNotLogged(listed)
      for (const view of rows) load.case.prime(view)
      return { nodes: rows, hasNext, cursor: ({ id }) => id }
    },
  }),
)

builder.queryField('case', (t) =>
  t.field({
    type: CaseRef,
    nullable: true,
    description: 'One case, by id or by reference; null when there is none, or none for the caller.',
    args: {
      id: t.arg.id({ description: 'Global id. Give this or `reference`.' }),
      reference: t.arg.string({
        description: 'Reference as people write it: spaces, missing dashes, lower case and native digits are accepted.',
      }),
    },
    resolve: (_root, { id, reference }, { service, by, load }) => {
      const given = [id, reference].filter((one) => one !== null && one !== undefined)
      if (given.length !== 1) throw requestError('BAD_USER_INPUT', { detail: 'case: id | reference' })
      return id
        ? load.case.load(idOf('Case', id) as CaseId, 'case')
        : orNotLogged(seeCaseByReference(service, by, reference ?? ''))
    },
  }),
)
