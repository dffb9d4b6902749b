import { fieldRules } from './field-rules.ts'
import type { Extent, QuestionName } from './question-rules.ts'

/** A type that not everybody reads: the question by whose rule it is read, and its fields. A new field must be named here. */
interface GuardedType {
  readonly follows: QuestionName
  readonly fields: readonly string[]
  /** Only for who gets so much of the question’s answer; left out: for all who get any. */
  readonly only?: readonly Extent[]
}

const guarded = (follows: QuestionName, fields: string): GuardedType => ({ follows, fields: fields.split(' ') })
/** A part of what case management meetings do not have. */
const ofConference = (fields: string): GuardedType => ({
  ...guarded('meetings', fields),
  only: ['regional', 'taskforce'],
})

export const guardedTypes: Readonly<Record<string, GuardedType>> = {
  ...Object.fromEntries(
    Object.entries(fieldRules).map(([name, fields]) => [
      name,
      { follows: 'case', fields: Object.keys(fields) } as const,
    ]),
  ),
  AccessGrant: guarded('accessRules', 'relation relationLabel roleLabels roles stageLabels stages what whatLabel'),
  AccessRule: guarded('accessRules', 'grants kind kindLabel label name'),
  Account: guarded('accounts', 'createdAt id language name office revokedAt role'),
  Aggregate: guarded(
    'aggregates',
    'country countryOfReturn import indicator parts quarter requestingCountry total totalDerived year',
  ),
  AggregateComparison: guarded(
    'compareAggregates',
    'countryOfReturn difference missing ofReturn requesting requestingCountry text',
  ),
  AggregateImport: guarded(
    'aggregates',
    'country coverage definition id importedAt office replacedBy replaces source sourceDay version',
  ),
  AggregatePart: guarded('aggregates', 'age exploitation sex value'),
  Answer: guarded('case', 'codes code count country day notKnown text yes'),
  ApiKey: guarded('apiKeys', 'accountName acts createdAt expiresAt id office readOnly revokedAt role'),
  AskedQuestion: guarded('case', 'answer question'),
  ClockStop: guarded('case', 'from until'),
  ConvertedText: guarded('checkText', 'after before'),
  Counts: guarded('handover', 'adultFemale adultMale adultOther minorFemale minorMale minorOther total'),
  Deadline: guarded(
    'case',
    'amberAt assumed basis count country dayZero days dueAt dueDay explanation openedAt recurs remaining state stateLabel stops unit zone',
  ),
  DeadlineDay: guarded('case', 'basis day name number reason'),
  Disclosure: guarded('disclosureLog', 'at caseId country how howLabel office purpose reader role'),
  Dispute: guarded('case', 'country openedAt outcome settledAt subject'),
  ErasedRows: guarded('erasures', 'count kind'),
  ErasureCertificate: guarded('erasures', 'at caseHash id journalEntries openedBy rows sharedWith why whyLabel'),
  ErasureRequest: guarded(
    'retentionSchedule',
    'decidedBy eraseOn id reference requestedAt requestedBy requestedOn version',
  ),
  Escalation: guarded(
    'escalations',
    'case countryOfReturn dueDay level levelLabel office requestingCountry since step',
  ),
  AssumedLimit: guarded('reports', 'count procedure step unit version'),
  DraftedLine: guarded('reports', 'code count text'),
  FigureCell: guarded('reports', 'count leftOut where'),
  FigureCondition: guarded('reports', 'category dimension label'),
  FigureDimension: guarded('reports', 'categories label name'),
  FigureQuery: guarded('reports', 'by countryOfReturn from kind name requestingCountry to'),
  Making: guarded('reports', 'failure failureText percent stage state'),
  Report: guarded(
    'reports',
    'assumedLimits audience countries countryOfReturn differences draftedAt draftedBy durations figuresHash hash id kind leftOut making meeting parts previous publishedAt quarter reference reported requestingCountry snapshot status tables version year',
  ),
  ReportAreaText: guarded('reports', 'activities area drafted label nextPlan results'),
  ReportClearance: guarded('reports', 'at office'),
  ReportDifference: guarded('reports', 'in is was what where'),
  ReportedFigure: guarded(
    'reports',
    'country countryOfReturn coverage definition indicator requestingCountry source sourceDay total',
  ),
  ReportFile: guarded('reports', 'askedAt bytes contentHash download format id languages making report sha256 version'),
  ReportLink: guarded('reports', 'path until'),
  ReportPart: guarded('reports', 'areas cleared country id report struck version'),
  ReportTable: guarded('reports', 'caption cells chart dimensions id isWithheld query snapshot'),
  StepDuration: guarded('reports', 'medianDays n notYetDue owedBy percentile90Days step table'),
  Invitation: guarded('invitations', 'accountName createdAt expiresAt id language office role state'),
  Finding: guarded('checkText', 'blocks excerpt from instead rule ruleLabel to'),
  Handover: guarded(
    'handover',
    'at cases countryOfReturn counts crossing escort handedOverAt id letters missing needs receivedAt requestingCountry status statusLabel transport version',
  ),
  Hold: guarded('case', 'country reason since'),
  Letter: guarded('case', 'at kind languages pdf receipt reference text'),
  LetterBlock: guarded('case', 'label lines'),
  LetterFile: guarded('case', 'path until'),
  LetterRow: guarded('case', 'assumed label value'),
  LetterSignature: guarded('case', 'label sealLabel'),
  LetterTable: guarded('case', 'caption head rows'),
  LetterText: guarded(
    'case',
    'assumedNote closing date fictitious from language page paragraphs receiptLabel referenceLabel rows signatures tables title to',
  ),
  Meeting: guarded(
    'meetings',
    'agenda countries decisions delegations documents firstDay heldOn host id itemCount items lastDay next number organisers others outcomes place recordedAt recordedBy series signatures theme version',
  ),
  MeetingDecision: ofConference('countries due text'),
  MeetingDelegation: ofConference('country led persons'),
  MeetingDocument: ofConference('items kind title'),
  MeetingDocumentItem: ofConference('actions isMissing number text'),
  MeetingGroup: ofConference('group persons'),
  MeetingItem: { ...guarded('meetings', 'case decision disputes openSteps'), only: ['items'] },
  MeetingOrganiser: ofConference('name role'),
  MeetingSignature: ofConference('country day document office title'),
  NextMeeting: ofConference('firstDay host number series'),
  PossibleAct: guarded('case', 'action allowed label obstacle step'),
  Profile: guarded(
    'case',
    'ageBand ageBasis claimedStatus controlMeans decidingBody exploitation identification needs recruitment sector sex shelter',
  ),
  QuestionRound: guarded('case', 'answeredAt askedAt number questions reason'),
  RecordedValue: guarded('case', 'labels name values'),
  RetentionEntry: guarded('retentionSchedule', 'blockedBy blockedOn closedAt eraseOn erasedBy reference'),
  TextCheck: guarded('checkText', 'accepted converted findings problems text'),
  TimelineEntry: guarded('case', 'at text when'),
  Viewer: guarded('viewer', 'account country fictitious language now office role roleLabel'),
  WorkItem: guarded('myWork', 'attendance attendanceLabel case dueDay owes step'),
}

/** Types whose fields say the same to everybody, or hold nothing by themselves. None of their fields may lead to one above. */
export const openTypes: readonly string[] = (
  'Basis Checkpoint Claim CodeEntry CodeList CodedValue ConsentForm ConsentFormPurpose Corridor Cosignature Country Crossing Delegation Fact ' +
  'HolidayTable Instrument InstrumentGap Limit LimitProposal Office OpeningHours Problem Procedure ProcedureStep Provision ' +
  'Question Receipt ReceiptProof Recurrence Right RightsLeaflet SpecialDay WordedText'
).split(' ')

/** What leads to all others: each field of it has a rule of its own, or none is needed to know that there are pages. */
export const rootTypes: readonly string[] = ['Mutation', 'Node', 'PageInfo', 'Query', 'Subscription', 'WorkChange']
