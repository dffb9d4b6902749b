import { failureIn } from '../../server/documents/reports/on-screen.ts'
import type { Registered } from '../../server/domain/registers/register.ts'
import type { Making } from '../../server/domain/reports/report-entry.ts'
import type { Link } from '../../server/services/links.ts'
import { type ProgressOf, progressOf, seeReportFile } from '../../server/services/reports/read-reports.ts'
import { linkToFile } from '../../server/services/reports/report-link.ts'
import { builder } from '../builder.ts'
import { Language } from '../enums.ts'
import { globalId } from '../global-id.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { languageArgument } from '../text.ts'
import { FailureEnum, JobStageEnum, MakingStateEnum, ReportFormatEnum } from './report-enums.ts'

export const MakingRef = builder.objectRef<ProgressOf>('Making').implement({
  description: 'How far the making of figures or of a file is.',
  fields: (t) => ({
    state: t.field({ type: MakingStateEnum, description: 'Where it stands.', resolve: ({ making }) => making.state }),
    stage: t.field({
      type: JobStageEnum,
      nullable: true,
      description: 'What is being done; null once it has ended.',
      resolve: ({ job }) => job?.stage ?? null,
    }),
    percent: t.int({
      description: '0 to 100.',
      resolve: ({ making, job }) => job?.percent ?? (making.state === 'made' ? 100 : 0),
    }),
    failure: t.field({
      type: FailureEnum,
      nullable: true,
      description: 'Why it failed; null where it did not.',
      resolve: ({ making }) => failed(making)?.reason ?? null,
    }),
    failureText: t.string({
      nullable: true,
      description: 'The same in words, with what to do where something can be done.',
      args: languageArgument(),
      resolve: ({ making }, { language }, context) => {
        const found = failed(making)
        return found && failureIn(language ?? context.language, found)
      },
    }),
  }),
})

const failed = (making: Making) => (making.state === 'failed' ? making : null)

const LinkRef = builder.objectRef<Link>('ReportLink').implement({
  description: 'Where a file of a report is fetched.',
  fields: (t) => ({
    path: t.string({
      description:
        'Path on this service, to be asked for with GET and no key: the link is the key. It ends with `until`, with the session and with the key that asked for it.',
      resolve: ({ link }) => `/reports/${link}`,
    }),
    until: t.expose('until', { type: 'DateTime', description: 'When the link ends.' }),
  }),
})

export const ReportFileRef = builder.objectRef<Registered<'reportFile'>>('ReportFile').implement({
  description: 'A file of a report, for the office that asked for it: whole, or not there.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('ReportFile', ({ id }: Registered<'reportFile'>) => id)),
    version: t.exposeInt('version', { description: '1 while it is being made.' }),
    report: t.id({
      description: 'Global id of the report.',
      resolve: ({ content }) => globalId('Report', content.report),
    }),
    format: t.field({ type: ReportFormatEnum, description: 'What kind.', resolve: ({ content }) => content.format }),
    languages: t.field({
      type: [Language],
      description: 'One, or two side by side; none where it holds codes.',
      resolve: ({ content }) => [...content.languages],
    }),
    askedAt: t.field({
      type: 'DateTime',
      description: 'When it was asked for.',
      resolve: ({ content }) => content.askedAt,
    }),
    making: t.field({
      type: MakingRef,
      description: 'How far it is.',
      resolve: ({ id, content }, _args, { service }) => progressOf(service, id, content.making),
    }),
    contentHash: t.string({
      nullable: true,
      description: 'Hash of the content it was made of; null until it is made.',
      resolve: ({ content }) => content.made?.contentHash ?? null,
    }),
    sha256: t.string({
      nullable: true,
      description: 'SHA-256 of its bytes in hexadecimal digits; null until it is made.',
      resolve: ({ content }) => content.made?.sha256 ?? null,
    }),
    bytes: t.int({
      nullable: true,
      description: 'Its size in bytes; null until it is made.',
      resolve: ({ content }) => content.made?.bytes ?? null,
    }),
    download: t.field({
      type: LinkRef,
      nullable: true,
      description: 'A link of some minutes; null until it is made, or where the answer is no answer to a request.',
      resolve: ({ id, content }, _args, { service, line }) =>
        line && content.making.state === 'made' ? linkToFile(service, line.key, id) : null,
    }),
  }),
})

nodeFinder('ReportFile', (id, { service, by }) => seeReportFile(service, by, id))
