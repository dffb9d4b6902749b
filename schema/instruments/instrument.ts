import type { Claim, Instrument } from '../../server/domain/world.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { CountryRef } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { CountryCode } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField } from '../text.ts'

/** A claim with its instrument, because conflicts point at its neighbours. */
interface PlacedClaim {
  readonly claim: Claim
  readonly of: Instrument
}

const ClaimRef = builder.objectRef<PlacedClaim>('Claim')
ClaimRef.implement({
  description: 'One thing a source says about an instrument. Claims that disagree are kept side by side.',
  fields: (t) => ({
    what: t.field({
      type: 'Code',
      description: 'What is claimed, such as `signed`.',
      resolve: ({ claim }) => claim.what,
    }),
    value: t.string({
      description: 'The value claimed; a date may be a year or a month only.',
      resolve: ({ claim }) => claim.value,
    }),
    clause: t.string({
      nullable: true,
      description: 'Article or section it stands in.',
      resolve: ({ claim }) => claim.clause ?? null,
    }),
    conflictsWith: t.field({
      type: [ClaimRef],
      description: 'Claims of the same instrument that say otherwise.',
      resolve: ({ claim, of }) =>
        (claim.conflictsWith ?? []).flatMap((position) => {
          const other = of.claims[position]
          return other ? [{ claim: other, of }] : []
        }),
    }),
    basis: t.field({ type: BasisRef, description: 'Who says so.', resolve: ({ claim }) => claim.basis }),
  }),
})

export const InstrumentRef = builder.objectRef<Instrument>('Instrument')
InstrumentRef.implement({
  description: 'A regional or bilateral instrument: what it is, and what is claimed about it.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Instrument', ({ id }: Instrument) => id)),
    code: t.field({ type: 'Code', description: 'Stable short name.', resolve: ({ id }) => id }),
    version: t.exposeInt('version', { description: 'Version of this entry of the registry.' }),
    kind: t.expose('kind', { type: 'Code', description: 'Memorandum, agreement, declaration, plan …' }),
    parties: t.field({
      type: [CountryRef],
      description: 'The countries it binds.',
      resolve: ({ parties }, _args, { service }) =>
        parties.flatMap((country) => service.world.countries.get(country) ?? []),
    }),
    title: t.string(
      labelField(
        'A title in the language of the reader; a translation of this service, not an official one.',
        ({ label }) => label,
      ),
    ),
    officialTitles: t.stringList({
      description: 'Official titles, where known, in the languages in which they were found.',
      resolve: ({ officialTitle }) => Object.values(officialTitle),
    }),
    status: t.expose('status', { type: 'Code', description: 'Status as far as sources say.' }),
    parent: t.field({
      type: InstrumentRef,
      nullable: true,
      description: 'The instrument it carries out.',
      resolve: ({ parent }, _args, { service }) => (parent ? (service.world.instruments.get(parent) ?? null) : null),
    }),
    supersedes: t.field({
      type: InstrumentRef,
      nullable: true,
      description: 'The instrument it replaces.',
      resolve: ({ supersedes }, _args, { service }) =>
        supersedes ? (service.world.instruments.get(supersedes) ?? null) : null,
    }),
    agencies: t.field({
      type: [OfficeRef],
      description: 'Agencies it names.',
      resolve: ({ agencies }, _args, { service }) => agencies.flatMap((id) => service.world.offices.get(id) ?? []),
    }),
    claims: t.field({
      type: [ClaimRef],
      description: 'What sources say, each with its source and status.',
      resolve: (of) => of.claims.map((claim) => ({ claim, of })),
    }),
  }),
})

nodeFinder('Instrument', (id, { service }) => service.world.instruments.get(id as Instrument['id']) ?? null)
const Connection = connectionOf('Instrument', InstrumentRef, true)

builder.queryField('instruments', (t) =>
  t.field({
    type: Connection,
    description: 'The registry of regional and bilateral instruments; everyone may read it.',
    args: {
      ...pageArguments(),
      parties: t.arg({ type: [CountryCode], description: 'Only instruments that bind each of these countries.' }),
      kind: t.arg({ type: 'Code', description: 'Only instruments of this kind.' }),
    },
    resolve: (_root, args, { service }) => {
      const list = [...service.world.instruments.values()].filter(
        ({ parties, kind }) =>
          (args.parties ?? []).every((country) => parties.includes(country)) && (!args.kind || kind === args.kind),
      )
      return pageOfList(list, ({ id }) => id, args)
    },
  }),
)
