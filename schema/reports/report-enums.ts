import type { Audience } from '../../server/domain/reports/protection/rules.ts'
import {
  type DraftedCode,
  draftedCodes,
  type ReportArea,
  type ReportContent,
} from '../../server/domain/reports/report.ts'
import type { Failure, FileFormat, JobStage, Making } from '../../server/domain/reports/report-entry.ts'
import type { ReportKind } from '../../server/domain/reports/report-kinds.ts'
import { closedList } from '../enums.ts'

export const ReportKindEnum = closedList('ReportKind', 'Which report it is.', {
  'som-progress': 'Progress of six countries in six areas, for the Senior Officials Meeting.',
  'imm-summary': 'Results and next plans, for the Inter-Ministerial Meeting.',
  'annual-monitoring': 'The figures of a year, and what countries did.',
  'corridor-review': 'The two directions between two countries, for their own meeting.',
} satisfies Record<ReportKind, string>)

export const AudienceEnum = closedList('Audience', 'For whom figures are protected.', {
  governments: 'The six governments.',
  public: 'Anybody.',
} satisfies Record<Audience, string>)

export const ReportStatusEnum = closedList('ReportStatus', 'How far a report is.', {
  draft: 'Being worked on; not every country has cleared its part.',
  cleared: 'Every country it is about has cleared its part.',
  published: 'Published; nothing in it changes any more.',
} satisfies Record<ReportContent['status'], string>)

export const MakingStateEnum = closedList('MakingState', 'How far the making of figures or of a file is.', {
  making: 'It is being made, or waits for its turn.',
  made: 'It is there.',
  failed: 'It could not be made; nothing of it is there.',
  cancelled: 'It was given up; nothing of it is there.',
  'let-go': 'A file that was there and went after some days; it is made anew for whoever asks for it again.',
} satisfies Record<Making['state'], string>)

export const FailureEnum = closedList('MakingFailure', 'Why figures or a file could not be made.', {
  'no-data': 'Nothing was counted in the period.',
  'not-protected': 'The figures cannot be protected as they are.',
  'glyph-missing': 'No font has one of the characters.',
  'worker-died': 'The process that was to make it ended twice without an answer.',
  'not-made': 'It could not be made.',
} satisfies Record<Failure, string>)

export const JobStageEnum = closedList('JobStage', 'What is being done.', {
  waiting: 'It waits for its turn.',
  reading: 'Figures are being read.',
  protecting: 'Persons in the figures are being protected.',
  freezing: 'What is shown is being frozen.',
  typesetting: 'The file is being written.',
} satisfies Record<JobStage, string>)

export const ReportFormatEnum = closedList('ReportFormat', 'What kind of file.', {
  pdf: 'For print; tagged.',
  docx: 'Text that a delegation can edit.',
  xlsx: 'Figures with their definitions.',
  csv: 'All figures in codes, one a row.',
  json: 'The whole content in codes, with its hash.',
} satisfies Record<FileFormat, string>)

export const ReportAreaEnum = closedList('ReportArea', 'The six areas of 2007, in their order.', {
  mechanisms: 'Mechanisms against trafficking.',
  policies: 'Policies and plans.',
  capacity: 'Capacity building.',
  law: 'Legal framework and law enforcement.',
  recovery: 'Identification, recovery and reintegration.',
  cooperation: 'Bilateral and multilateral cooperation.',
} satisfies Record<ReportArea, string>)

export const AreaPartEnum = closedList('AreaPart', 'What is said of an area.', {
  activities: 'What was done.',
  results: 'What came of it.',
  nextPlan: 'What is planned next.',
})

const SENTENCES: Record<DraftedCode, string> = {
  offices: 'Offices of the country in the directory.',
  'taskforce-meetings': 'Meetings of its taskforce in the period.',
  reported: 'A figure that the country itself reported.',
  'requests-sent': 'Requests it sent in the period.',
  'persons-received-abroad': 'Persons who returned from it and were received.',
  'requests-accepted': 'Requests it accepted.',
  'persons-received': 'Persons it received.',
  'case-meetings': 'Its bilateral case management meetings in the period.',
  'limits-agreed': 'Limits it agreed on in this service.',
}
export const DraftedLineCodeEnum = closedList(
  'DraftedLineCode',
  'Sentences that the service drafts from data.',
  Object.fromEntries(draftedCodes.map((code) => [code, SENTENCES[code]])) as Record<DraftedCode, string>,
)
