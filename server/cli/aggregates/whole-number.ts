import { digitOf } from '../../domain/confidentiality/digit-of.ts'

/** A number with marks between groups of three digits, as any of the six countries writes it. */
const GROUPED = /^\d{1,3}([,.'’\s\u00a0\u202f]\d{3})+$/

/** A whole number as people write it: digits of every script, grouping marks; null for anything else. */
export function wholeNumber(text: string): number | null {
  const folded = [...text.replaceAll('\u200b', '').trim()].map((symbol) => digitOf(symbol) ?? symbol).join('')
  const digits = GROUPED.test(folded) ? folded.replace(/\D/g, '') : folded
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
