import type { CountryCode } from '../../kernel/country.ts'
import { type Refusal, refuse } from '../../kernel/problem.ts'
import type { Registered } from '../../registers/register.ts'
import type { ReportMaterial } from '../report-material.ts'

/** The part that a country may still change, and the report it is of: nothing of a published report changes any more. */
export function ownPart(
  part: Registered<'reportPart'> | null,
  country: CountryCode,
  { report }: ReportMaterial,
): { readonly part: Registered<'reportPart'>; readonly report: Registered<'report'> } | Refusal {
  if (!part || !report || part.content.country !== country) return refuse('NOT_FOUND')
  return report.content.published ? refuse('REPORT_PUBLISHED_ALREADY') : { part, report }
}
