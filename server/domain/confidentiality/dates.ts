import { oneOf } from './pattern.ts'
import { all } from './words/all.ts'

// Sources of patterns: the parts of a date that are the same whether it is harmless (set-aside.ts) or of a birth.

export const MONTHS = oneOf(all('months'))
export const DAY = '(?:0?[1-9]|[12][0-9]|3[01])'
export const MONTH = '(?:0?[1-9]|1[0-2])'
