import type { CountryCode } from '../kernel/country.ts'
import type { OfficeId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Language } from '../kernel/language.ts'
import type { Wording } from '../kernel/wording.ts'
import type { AreaPart, DraftedCode, ReportArea, ReportParameters } from './report.ts'

/** Why figures or a file were not made. */
const failures = [
  'no-data',
  /** Disclosure control found no way to protect a table; `detail` says what to merge. */
  'not-protected',
  /** No font has a letter; `detail` is the character. */
  'glyph-missing',
  'worker-died',
  'not-made',
] as const
export type Failure = (typeof failures)[number]

/** How far the making of figures or of a file has come. */
export type Making =
  /** `let-go`: a file that was made, and went when its days were over. */
  | { readonly state: 'making' | 'made' | 'cancelled' | 'let-go' }
  | { readonly state: 'failed'; readonly reason: Failure; readonly detail: string | null }

/** What is being done while figures or a file are made. */
const jobStages = ['waiting', 'reading', 'protecting', 'freezing', 'typesetting'] as const
export type JobStage = (typeof jobStages)[number]

/** A report as it is kept; its figures and, once it is published, its content lie beside it, found by their hashes. */
export interface ReportEntry extends ReportParameters {
  readonly reference: string
  readonly draftedBy: OfficeId
  /** The country that drafted it; null: the secretariat. */
  readonly draftedFor: CountryCode | null
  readonly draftedAt: Instant
  readonly making: Making
  /** Of the figures, once they are made. */
  readonly figuresHash: string | null
  readonly published: Published | null
}

interface Published {
  readonly at: Instant
  readonly office: OfficeId
  readonly leftOut: readonly CountryCode[]
  /** Of the content: two reports with one hash say the same. */
  readonly hash: string
}

/** What one country says in one report. Its version rises with each change; a change takes its clearance back. */
export interface ReportPartEntry {
  readonly report: string
  readonly country: CountryCode
  readonly lines: readonly AreaLine[]
  /** Sentences of the service that the country does not want to stand in its part. */
  readonly struck: readonly DraftedCode[]
  readonly cleared: { readonly office: OfficeId; readonly at: Instant } | null
}

/** One line of a country. */
export interface AreaLine {
  readonly area: ReportArea
  readonly part: AreaPart
  readonly wording: Wording
}

/** The formats a report is made in. */
export const fileFormats = ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const
export type FileFormat = (typeof fileFormats)[number]

/** A file of a report: asked for, made, kept as it was made until its days are over. */
export interface ReportFileEntry {
  readonly report: string
  readonly format: FileFormat
  /** One, or two side by side; none where the format has no words. */
  readonly languages: readonly Language[]
  readonly office: OfficeId
  readonly country: CountryCode | null
  readonly askedAt: Instant
  readonly making: Making
  /** Once it is made: of which content, and of the bytes. */
  readonly made: { readonly contentHash: string; readonly sha256: string; readonly bytes: number } | null
}

/** The part of a country in a report has one id, so that there is one. */
export const partId = (report: string, country: CountryCode): string => `${report}.${country}`
