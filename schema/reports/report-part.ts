import { areaIn, draftedIn } from '../../server/documents/reports/on-screen.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Registered } from '../../server/domain/registers/register.ts'
import type { AreaText, CountryPart, DraftedLine } from '../../server/domain/reports/report.ts'
import type { ReportPartEntry } from '../../server/domain/reports/report-entry.ts'
import { seeReportPart } from '../../server/services/reports/read-reports.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { globalId } from '../global-id.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { languageArgument } from '../text.ts'
import { wordedListField } from '../worded-text.ts'
import { DraftedLineCodeEnum, ReportAreaEnum } from './report-enums.ts'

/** What of its country a line or an area is said. */
type Of<T> = T & { readonly country: CountryCode }

const DraftedLineRef = builder.objectRef<Of<DraftedLine>>('DraftedLine').implement({
  description: 'A sentence that the service drafts from data, in the language of the reader.',
  fields: (t) => ({
    code: t.expose('code', { type: DraftedLineCodeEnum, description: 'What it says; the country may strike it.' }),
    count: t.exposeInt('count', { nullable: true, description: 'The number in it; null where that is left out.' }),
    text: t.string({
      description: 'The sentence.',
      args: languageArgument(),
      resolve: ({ country, ...line }, { language }, context) =>
        draftedIn(context.service.world, language ?? context.language, country, line),
    }),
  }),
})

const AreaRef = builder.objectRef<Of<AreaText>>('ReportAreaText').implement({
  description: 'What a country says of one area.',
  fields: (t) => ({
    area: t.expose('area', { type: ReportAreaEnum, description: 'The area.' }),
    label: t.string({
      description: 'The area in words.',
      args: languageArgument(),
      resolve: ({ area }, { language }, context) => areaIn(context.service.world, language ?? context.language, area),
    }),
    drafted: t.field({
      type: [DraftedLineRef],
      description: 'Sentences drafted from data, those that were struck left out.',
      resolve: ({ drafted, country }) => drafted.map((line) => ({ ...line, country })),
    }),
    activities: t.field(wordedListField('What was done, in the words of the country.', ({ activities }) => activities)),
    results: t.field(wordedListField('What came of it, in the words of the country.', ({ results }) => results)),
    nextPlan: t.field(
      wordedListField('What is planned next, in the words of the country.', ({ nextPlan }) => nextPlan),
    ),
  }),
})

interface Clearance {
  readonly office: NonNullable<ReportPartEntry['cleared']>['office']
  readonly at: NonNullable<ReportPartEntry['cleared']>['at']
}
const ClearanceRef = builder.objectRef<Clearance>('ReportClearance').implement({
  description: 'A country agreed that its part and its figures are published as they stand.',
  fields: (t) => ({
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that did.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
})

export const ReportPartRef = builder.objectRef<Registered<'reportPart'>>('ReportPart').implement({
  description:
    'The part of one country in a report. What it has written and not cleared only that country reads; a change takes the clearance back.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('ReportPart', ({ id }: Registered<'reportPart'>) => id)),
    version: t.exposeInt('version', { description: 'Rises with each change and with a clearance.' }),
    report: t.id({
      description: 'Global id of the report.',
      resolve: ({ content }) => globalId('Report', content.report),
    }),
    country: t.field(countryField('The country.', ({ content }) => content.country)),
    cleared: t.field({
      type: ClearanceRef,
      nullable: true,
      description: 'That it is cleared; null while it is not.',
      resolve: ({ content }) => content.cleared,
    }),
    struck: t.field({
      type: [DraftedLineCodeEnum],
      description:
        'Drafted sentences that the country struck; empty for readers of other countries until it is cleared.',
      resolve: ({ content }, _args, { by }) =>
        content.cleared || content.country === by.country ? [...content.struck] : [],
    }),
    areas: t.field({
      type: [AreaRef],
      description: 'The six areas in their order; empty where the country was left out.',
      resolve: async ({ content: { report, country } }, _args, { load }) => {
        const said = await (await load.report.load(report))?.says()
        const own: CountryPart | undefined = said?.countries.find((part) => part.country === country)
        return own ? own.areas.map((area) => ({ ...area, country })) : []
      },
    }),
  }),
})

nodeFinder('ReportPart', (id, { service, by }) => seeReportPart(service, by, id))
