import { countriesOf } from '../../server/domain/reports/countries-of.ts'
import type { AssumedLimit, ReportedFigure } from '../../server/domain/reports/report.ts'
import {
  type Difference,
  differencesFrom,
  hashOf,
  listReports,
  previousOf,
  progressOf,
  type ReportView,
  seeReport,
  statusOf,
} from '../../server/services/reports/read-reports.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { CountryRef, countryField, maybeCountryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { closedList, LimitUnitEnum } from '../enums.ts'
import { globalId, idOf } from '../global-id.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { AudienceEnum, ReportKindEnum, ReportStatusEnum } from './report-enums.ts'
import { MakingRef } from './report-file.ts'
import { ReportPartRef } from './report-part.ts'
import { ConditionRef, conditionsOf, DurationRef, ReportTableRef } from './report-table.ts'

const ReportedRef = builder.objectRef<ReportedFigure>('ReportedFigure').implement({
  description: 'A figure that a country reported of itself, as it stood at the snapshot; never added up or averaged.',
  fields: (t) => ({
    country: t.field(countryField('The country that reports.', ({ country }) => country)),
    indicator: t.field({
      type: CodedValueRef,
      description: 'What is counted.',
      resolve: ({ indicator }) => ({ list: 'aggregate-indicator', code: indicator }),
    }),
    requestingCountry: t.field(
      maybeCountryField(
        'Of a corridor: where the persons were.',
        ({ corridor }) => corridor?.requestingCountry ?? null,
      ),
    ),
    countryOfReturn: t.field(
      maybeCountryField('Of a corridor: where they return to.', ({ corridor }) => corridor?.countryOfReturn ?? null),
    ),
    total: t.exposeInt('total', { description: 'How many.' }),
    definition: t.exposeString('definition', { description: 'Whom the country counts, in its own words.' }),
    coverage: t.exposeString('coverage', { description: 'What the figure takes in and leaves out.' }),
    source: t.exposeString('source', { description: 'Where it is from.' }),
    sourceDay: t.expose('sourceDay', { type: 'Date', description: 'Local day of the source.' }),
  }),
})

const AssumedLimitRef = builder.objectRef<AssumedLimit>('AssumedLimit').implement({
  description: 'A limit that no agreement states; the parties have not confirmed it.',
  fields: (t) => ({
    procedure: t.exposeString('procedure', { description: 'Key of the procedure.' }),
    version: t.exposeInt('version', { description: 'Its version.' }),
    step: t.expose('step', { type: 'Code', description: 'Key of the step.' }),
    count: t.exposeInt('count', { description: 'The limit, in `unit`.' }),
    unit: t.expose('unit', { type: LimitUnitEnum, description: 'What it is counted in.' }),
  }),
})

const DifferenceRef = builder.objectRef<Difference>('ReportDifference').implement({
  description: 'Something in which a report differs from the one before it.',
  fields: (t) => ({
    what: t.expose('what', {
      type: closedList('ReportDifferenceKind', 'What kind of thing differs.', {
        cell: 'A number of a table.',
        durations: 'How long steps took.',
        reported: 'What countries reported.',
        limits: 'Limits that are assumed.',
        country: 'What a country says.',
        meeting: 'What is said of the meeting.',
      } satisfies Record<Difference['what'], string>),
      description: 'What kind of thing.',
    }),
    in: t.exposeString('in', { description: 'Id of the table, code of the country, or the kind again.' }),
    where: t.field({
      type: [ConditionRef],
      description: 'Of a number: what it counts.',
      resolve: ({ where }) => [...conditionsOf(where ?? {})],
    }),
    was: t.exposeInt('was', { nullable: true, description: 'The number before; null where it was left out.' }),
    is: t.exposeInt('is', { nullable: true, description: 'The number now; null where it is left out.' }),
  }),
})

export const ReportRef = builder.objectRef<ReportView>('Report')
ReportRef.implement({
  description:
    'A report: its parameters, its figures frozen at one instant, and the part of each country. Read by the secretariat and, of the countries it is about, by focal agencies, taskforces, privacy officers and administrators.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Report', ({ id }: ReportView) => id)),
    version: t.exposeInt('version', { description: 'Rises as it is made, given up and published.' }),
    reference: t.string({ description: 'What people call it by.', resolve: ({ content }) => content.reference }),
    kind: t.field({ type: ReportKindEnum, description: 'Which report.', resolve: ({ content }) => content.kind }),
    year: t.int({ description: 'Gregorian year.', resolve: ({ content }) => content.period.year }),
    quarter: t.int({
      nullable: true,
      description: 'Quarter, 1 to 4; null: the whole year.',
      resolve: ({ content }) => content.period.quarter,
    }),
    requestingCountry: t.field(
      maybeCountryField(
        'Of a corridor review: one of the two.',
        ({ content }) => content.corridor?.requestingCountry ?? null,
      ),
    ),
    countryOfReturn: t.field(
      maybeCountryField('Of a corridor review: the other.', ({ content }) => content.corridor?.countryOfReturn ?? null),
    ),
    countries: t.field({
      type: [CountryRef],
      description: 'The countries it is about: each clears its part.',
      resolve: ({ content }, _args, { service }) =>
        countriesOf(content).flatMap((code) => service.world.countries.get(code) ?? []),
    }),
    meeting: t.id({
      nullable: true,
      description: 'Global id of the meeting it is for.',
      resolve: ({ content }) => content.meeting && globalId('Meeting', content.meeting),
    }),
    audience: t.field({
      type: AudienceEnum,
      description: 'For whom its figures are protected.',
      resolve: ({ content }) => content.audience,
    }),
    status: t.field({ type: ReportStatusEnum, description: 'How far it is.', resolve: (view) => statusOf(view) }),
    making: t.field({
      type: MakingRef,
      description: 'How far its figures are.',
      resolve: ({ id, content }, _args, { service }) => progressOf(service, id, content.making),
    }),
    draftedAt: t.field({
      type: 'DateTime',
      description: 'When it was asked for.',
      resolve: ({ content }) => content.draftedAt,
    }),
    draftedBy: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that asked for it.',
      resolve: ({ content }, _args, { service }) => service.world.offices.get(content.draftedBy) ?? null,
    }),
    publishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was published; null before.',
      resolve: ({ content }) => content.published?.at ?? null,
    }),
    leftOut: t.field({
      type: [CountryRef],
      description: 'Countries that did not clear their part and are left out of what was published.',
      resolve: ({ content }, _args, { service }) =>
        (content.published?.leftOut ?? []).flatMap((code) => service.world.countries.get(code) ?? []),
    }),
    figuresHash: t.string({
      nullable: true,
      description: 'SHA-256 of its frozen figures; null until they are made. The journal commits to it.',
      resolve: ({ content }) => content.figuresHash,
    }),
    hash: t.string({
      nullable: true,
      description: 'SHA-256 of all that it says to the caller; of a published report the same for everybody.',
      resolve: (view) => hashOf(view),
    }),
    snapshot: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its figures were read; null until they are made.',
      resolve: async (view) => (await view.says())?.figures.snapshot ?? null,
    }),
    tables: t.field({
      type: [ReportTableRef],
      description: 'Its tables; empty until they are made.',
      resolve: async (view) => [...((await view.says())?.figures.tables ?? [])],
    }),
    durations: t.field({
      type: [DurationRef],
      description: 'How long steps took.',
      resolve: async (view) => [...((await view.says())?.figures.durations ?? [])],
    }),
    reported: t.field({
      type: [ReportedRef],
      description: 'What countries reported of themselves.',
      resolve: async (view) => [...((await view.says())?.figures.reported ?? [])],
    }),
    assumedLimits: t.field({
      type: [AssumedLimitRef],
      description: 'Limits of the procedures it is about that are still assumed.',
      resolve: async (view) => [...((await view.says())?.figures.assumedLimits ?? [])],
    }),
    parts: t.field({
      type: [ReportPartRef],
      description: 'The part of each country; empty until the figures are made.',
      resolve: async (view) => [...(await view.parts())],
    }),
    previous: t.field({
      type: ReportRef,
      nullable: true,
      description: 'The report before it of the same kind, period, corridor and audience.',
      resolve: (view, _args, { service, by }) => previousOf(service, by, view),
    }),
    differences: t.field({
      type: [DifferenceRef],
      description: 'In what it differs from `previous`; empty where there is none.',
      resolve: async (view, _args, { service, by }) => [
        ...(await differencesFrom(view, await previousOf(service, by, view))),
      ],
    }),
  }),
})

nodeFinder('Report', (id, { service, by }) => seeReport(service, by, id))

builder.queryField('report', (t) =>
  t.field({
    type: ReportRef,
    nullable: true,
    description: 'One report; null when there is none, or none for the caller.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (_root, { id }, { load }) => load.report.load(idOf('Report', id)),
  }),
)

const Connection = connectionOf('Report', ReportRef)
builder.queryField('reports', (t) =>
  t.field({
    type: Connection,
    description: 'Reports that the caller may read, the newest first.',
    args: pageArguments(),
    resolve: async (_root, args, { service, by }) => {
      const { rows, hasNext } = await listReports(service, by, readCursor(args.after), pageSize(args.first))
      return { nodes: rows, hasNext, cursor: ({ id }) => id }
    },
  }),
)
