import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Field } from '../../server/domain/kernel/fields.ts'
import type { Api } from './api.ts'
import { nobody } from './way-home.ts'
import { never } from './way-over-http.ts'
import { worded } from './worded.ts'

/** What every act is tried on; a case that is on no list is tried on a list that never was. */
export interface Target {
  readonly caseId: string
  readonly handoverId?: string | undefined
  /** Another case that an act may name beside it. */
  readonly otherId?: string
  /** A proposed limit, for the act that agrees to it. */
  readonly limitId?: string
  /** For acts that name a case by its reference. */
  readonly reference?: string
  /** A recorded meeting, for the act that changes it. */
  readonly meetingId?: string
  /** A report, its part and its file, for acts on those. */
  readonly reportId?: string
  readonly reportPartId?: string
  readonly reportFileId?: string
  /** Which report the officer asks for; left out: a review of a corridor. */
  readonly reportKind?: 'SOM_PROGRESS'
  /** The series of meetings that the officer records; left out: those of a taskforce. */
  readonly series?: 'SOM' | 'TASKFORCE'
  /** The other country of its corridor, as the officer sees it. */
  readonly other: CountryCode
}

/** A value that passes every check of its kind, so that the act is refused for what it is and not for how it was typed. */
export function goodValue(
  api: Api,
  { caseId, otherId, other, reference, series, reportId, reportKind, meetingId }: Target,
  name: string,
  { type }: Field,
): unknown {
  const { world } = api.service
  const codeOf = (list: string) => world.codes.get(list)?.keys().next().value
  switch (type.kind) {
    case 'code':
      return codeOf(type.list)
    case 'codes':
      return [codeOf(type.list)]
    case 'choice':
      if (type.name === 'ReportKind') return reportKind ?? 'CORRIDOR_REVIEW'
      return name === 'series' ? (series ?? 'TASKFORCE') : type.of[0]?.toUpperCase().replaceAll('-', '_')
    case 'country':
      return name === 'with' ? other : 'VN'
    case 'flag':
      return true
    case 'day':
      return api.clock.now().slice(0, 10)
    case 'days':
      return []
    case 'instant':
      // A day on which both posts are open, long enough after the tests begin to give notice.
      return type.when === 'past' ? api.clock.now() : '2026-04-01T03:00:00Z'
    case 'id':
      if (type.of === 'Case') return name === 'caseId' ? caseId : (otherId ?? never.case)
      if (type.of === 'Report') return reportId ?? never.report
      if (type.of === 'Meeting') return meetingId ?? never.meeting
      return type.of === 'Office' ? world.offices.keys().next().value : 'la-th-vientiane-nong-khai'
    case 'caseIds':
      return [caseId]
    case 'counts':
      // Who still travels on a list whose only case has stopped.
      return nobody
    case 'questions':
      return ['safe-to-inform-family']
    case 'answers':
      return [{ question: 'safe-to-inform-family', yes: true }]
    case 'agenda':
      return [{ case: caseId, decision: codeOf('meeting-decision') }]
    case 'number':
      return type.min
    case 'note':
      return { text: 'Nothing that names anybody.' }
    case 'step':
      return 'acknowledge-request'
    case 'reference':
      return reference ?? never.reference
    case 'figures':
      return [{ year: 2025, indicator: 'identified', total: 1 }]
    case 'aggregateImports':
      return []
    case 'wording':
      return worded('Nothing that names anybody.')
    case 'wordings':
    case 'meetingList':
    case 'choices':
    case 'countries':
    case 'areaLines':
      return []
    case 'form':
      return world.consentForms.keys().next().value
  }
}
