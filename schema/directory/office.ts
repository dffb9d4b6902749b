import { isOpen, type OpeningHours } from '../../server/domain/directory/opening-hours.ts'
import { standIn } from '../../server/domain/registers/delegations.ts'
import { calendarOf, type Office } from '../../server/domain/world.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { CountryCode, Role } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField, labelIn, languageArgument } from '../text.ts'
import { CountryRef } from './country.ts'

const HoursRef = builder.objectRef<OpeningHours>('OpeningHours').implement({
  description: 'When an office is open, on its own clock.',
  fields: (t) => ({
    open: t.exposeString('open', { description: 'From, `HH:MM`.' }),
    close: t.exposeString('close', { description: 'Until, `HH:MM`; closed at that minute.' }),
    everyDay: t.exposeBoolean('everyDay', { description: 'True: every day. False: on working days of its country.' }),
    basis: t.expose('basis', { type: BasisRef, description: 'What the hours rest on.' }),
  }),
})

export const OfficeRef = builder.objectRef<Office>('Office')
OfficeRef.implement({
  description: 'An office or agency of the directory. Offices only, never officers.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Office', ({ id }: Office) => id)),
    code: t.field({ type: 'Code', description: 'Stable short name.', resolve: ({ id }) => id }),
    country: t.field({
      type: CountryRef,
      nullable: true,
      description: 'Its country; null for the secretariat and the operator.',
      resolve: ({ country }, _args, { service }) => (country ? (service.world.countries.get(country) ?? null) : null),
    }),
    kind: t.expose('kind', { type: 'Code', description: 'What kind of office it is.' }),
    name: t.string(labelField('Its name in the language of the reader.', ({ label }) => label)),
    ownName: t.string({
      nullable: true,
      description: 'Its name in its country’s own language, where known.',
      resolve: ({ ownName }) => Object.values(ownName ?? {})[0] ?? null,
    }),
    roles: t.expose('roles', { type: [Role], description: 'Roles its accounts may have.' }),
    competent: t.expose('competent', {
      type: [Role],
      description: 'Roles it plays in its country’s cases until a focal agency assigns another office.',
    }),
    district: t.string({
      nullable: true,
      description: 'District; nothing below it is kept.',
      args: languageArgument(),
      resolve: ({ district }, { language }, context) => (district ? labelIn(district, context, language) : null),
    }),
    hours: t.field({
      type: HoursRef,
      nullable: true,
      description: 'When it is open; null where that is not known.',
      resolve: ({ hours }) => hours ?? null,
    }),
    openNow: t.boolean({
      nullable: true,
      description: 'Whether it is open at this moment, on its own clock; null where its hours are not known.',
      resolve: ({ hours, country }, _args, { service }) =>
        hours && country ? isOpen(hours, calendarOf(service.world, country), service.clock.now()) : null,
    }),
    standIn: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that plays a role for it today; null where none does.',
      args: { role: t.arg({ type: Role, required: true, description: 'The role.' }) },
      resolve: ({ id }, { role }, { service: { world, clock } }) =>
        world.offices.get(standIn(world, id, role, clock.now()) ?? ('' as Office['id'])) ?? null,
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What the entry rests on.' }),
  }),
})

nodeFinder('Office', (id, { service }) => service.world.offices.get(id as Office['id']) ?? null)
const Connection = connectionOf('Office', OfficeRef, true)

builder.queryField('offices', (t) =>
  t.field({
    type: Connection,
    description: 'The directory of offices; everyone may read it.',
    args: {
      ...pageArguments(),
      country: t.arg({ type: CountryCode, description: 'Only offices of this country.' }),
      role: t.arg({ type: Role, description: 'Only offices whose accounts may have this role.' }),
    },
    resolve: (_root, args, { service }) => {
      const list = [...service.world.offices.values()].filter(
        ({ country, roles }) =>
          (!args.country || country === args.country) && (!args.role || roles.includes(args.role)),
      )
      return pageOfList(list, ({ id }) => id, args)
    },
  }),
)
