import { drawProcedure } from '../../server/domain/procedures/draw.ts'
import type { BeforeEvent, Limit, Procedure, Recurrence, Step } from '../../server/domain/procedures/procedure.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { countryField } from '../directory/country.ts'
import { ActionName, CountryCode, LimitUnitEnum, Role, RouteEnum, Side } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField, languageArgument } from '../text.ts'
import { InstrumentRef } from './instrument.ts'

const LimitRef = builder.objectRef<Limit | BeforeEvent>('Limit').implement({
  description: 'How long the owner of a step has.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many of the unit.' }),
    childCount: t.int({
      nullable: true,
      description: 'Another count where the person is a child.',
      resolve: ({ childCount }) => childCount ?? null,
    }),
    unit: t.field({ type: LimitUnitEnum, description: 'What is counted.', resolve: ({ unit }) => unit }),
    beforeHandover: t.boolean({
      description: 'True: reckoned back from the agreed time of the handover. False: from the opening of the step.',
      resolve: (limit) => 'event' in limit,
    }),
    basis: t.field({ type: BasisRef, description: 'What the limit rests on.', resolve: ({ basis }) => basis }),
  }),
})

const RecurrenceRef = builder.objectRef<Recurrence>('Recurrence').implement({
  description: 'How often a step is owed, and until when.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many of the unit between two times.' }),
    unit: t.field({ type: LimitUnitEnum, description: 'What is counted.', resolve: ({ unit }) => unit }),
    until: t.field({ type: 'Code', description: 'The step that ends it.', resolve: ({ until }) => until }),
    basis: t.expose('basis', { type: BasisRef, description: 'What it rests on.' }),
  }),
})

const StepRef = builder.objectRef<Step>('ProcedureStep').implement({
  description: 'One step of a procedure, as data.',
  fields: (t) => ({
    key: t.field({ type: 'Code', description: 'Name of the step within its procedure.', resolve: ({ key }) => key }),
    label: t.string(labelField('The step in words.', ({ label }) => label)),
    action: t.expose('action', { type: ActionName, description: 'The act that does it.' }),
    side: t.field({ type: Side, description: 'The side that owes it.', resolve: ({ owedBy }) => owedBy.side }),
    roles: t.field({
      type: [Role],
      description: 'Who owes it first, then who else may.',
      resolve: ({ owedBy }) => [...owedBy.roles],
    }),
    after: t.field({
      type: ['Code'],
      description: 'Steps that must be done before it, all of them.',
      resolve: ({ after }) => [...after],
    }),
    guards: t.field({
      type: ['Code'],
      description: 'Conditions that must hold beside.',
      resolve: ({ guards }) => [...guards],
    }),
    limit: t.field({
      type: LimitRef,
      nullable: true,
      description: 'How long its owner has; null where nothing limits it.',
      resolve: ({ limit, before }) => limit ?? before ?? null,
    }),
    routes: t.field({
      type: [RouteEnum],
      description: 'How a case must have begun for the step to be part of it.',
      resolve: ({ routes }) => [...(routes ?? (['ordinary'] as const))],
    }),
    every: t.field({
      type: RecurrenceRef,
      nullable: true,
      description: 'Owed again and again; null for a step that is done once.',
      resolve: ({ every }) => every ?? null,
    }),
    notice: t.field({
      type: LimitRef,
      nullable: true,
      description: 'Beside its limit: how long before the handover; null where that plays no part.',
      resolve: ({ before }) => before ?? null,
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What the step rests on.' }),
  }),
})

const CorridorRef = builder.objectRef<{ from: Country; to: Country }>('Corridor').implement({
  description: 'From where the person is to where they return.',
  fields: (t) => ({
    requestingCountry: t.field(countryField('Where the person is.', ({ from }) => from)),
    countryOfReturn: t.field(countryField('Where the person returns to.', ({ to }) => to)),
  }),
})
type Country = Exclude<Procedure['pairs'], 'any'>[number][0]

const keyOf = ({ id, version }: Procedure): string => `${id}@${version}`

export const ProcedureRef = builder.objectRef<Procedure>('Procedure').implement({
  description:
    'The way home under one instrument, as a versioned graph of steps. A case keeps the version it began with.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Procedure', keyOf)),
    code: t.field({ type: 'Code', description: 'Stable name of the procedure.', resolve: ({ id }) => id }),
    version: t.exposeInt('version', { description: 'Rises with every agreed change.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 of its canonical content, hex.' }),
    name: t.string(labelField('Its name.', ({ label }) => label)),
    instrument: t.field({
      type: InstrumentRef,
      nullable: true,
      description: 'The instrument it follows.',
      resolve: ({ instrument }, _args, { service }) => service.world.instruments.get(instrument) ?? null,
    }),
    corridors: t.field({
      type: [CorridorRef],
      description: 'The directed corridors it serves; empty for the one that serves every pair without its own.',
      resolve: ({ pairs }) => (pairs === 'any' ? [] : pairs.map(([from, to]) => ({ from, to }))),
    }),
    steps: t.field({
      type: [StepRef],
      description: 'Its steps, each after those it waits for.',
      resolve: ({ steps }) => [...steps],
    }),
    drawing: t.string({
      description: 'A Mermaid flow chart: one lane for each side.',
      args: languageArgument(),
      resolve: (procedure, { language }, context) => drawProcedure(procedure, language ?? context.language),
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What it rests on as a whole.' }),
  }),
})

nodeFinder('Procedure', (id, { service }) => {
  const [name = '', version] = id.split('@')
  return service.world.procedures.get(name as Procedure['id'])?.find((one) => String(one.version) === version) ?? null
})
const Connection = connectionOf('Procedure', ProcedureRef, true)

builder.queryField('procedures', (t) =>
  t.field({
    type: Connection,
    description: 'Every version of every procedure; everyone may read them.',
    args: {
      ...pageArguments(),
      requestingCountry: t.arg({ type: CountryCode, description: 'Only procedures that serve a corridor from here.' }),
      countryOfReturn: t.arg({ type: CountryCode, description: 'Only procedures that serve a corridor to here.' }),
    },
    resolve: (_root, args, { service }) => {
      const serves = ({ pairs }: Procedure) =>
        pairs === 'any' ||
        pairs.some(
          ([from, to]) =>
            (!args.requestingCountry || from === args.requestingCountry) &&
            (!args.countryOfReturn || to === args.countryOfReturn),
        )
      return pageOfList([...service.world.procedures.values()].flat().filter(serves), keyOf, args)
    },
  }),
)
