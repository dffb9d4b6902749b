import type { ReportContent } from './report.ts'

/**
 * The content of a report as one text: JSON without white space, the keys of each object sorted by code unit, null where
 * nothing is known. The SHA-256 of its UTF-8 bytes is the hash that a report is called by.
 */
export const contentText = (content: ReportContent): string => sorted(content)

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${sorted(one)}`).join(',')}}`
}
