import type { Sha256 } from '../journal/commitment.ts'
import type { Conference } from '../meetings/meeting.ts'
import type { Registered } from '../registers/register.ts'
import type { Drafted } from './drafted-lines.ts'
import type { Figures } from './report.ts'

/** What is kept beside the entry of a report once its figures are made. */
export interface MadeFigures {
  readonly figures: Figures
  readonly drafted: Drafted
}

/** What an act on reports is decided on. */
export interface ReportMaterial {
  /** The report it is about, where the officer may see it. */
  readonly report: Registered<'report'> | null
  readonly made: MadeFigures | null
  readonly parts: readonly Registered<'reportPart'>[]
  /** The meeting that is named, or that the report is for. */
  readonly conference: Conference | null
  /** Whether anything was counted in the period. */
  readonly hasData: boolean
  /** Figures and files that the officer’s office waits for. */
  readonly waiting: number
  /** Everything in the service is invented. */
  readonly fictitious: boolean
  readonly sha256: Sha256
}

/** Acts on reports are never decided without. */
export function materialOf(reports: ReportMaterial | undefined): ReportMaterial {
  if (!reports) throw new Error('an act on a report without the report')
  return reports
}
