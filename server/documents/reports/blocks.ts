import type {
  PrintedBlock,
  PrintedCell,
  PrintedItem,
  PrintedSection,
} from '../../domain/reports/printed/printed-report.ts'
import { asHeading } from './teller.ts'

export const paragraph = (text: string): PrintedBlock => ({ kind: 'paragraph', text })
export const list = (items: readonly PrintedItem[]): PrintedBlock => ({ kind: 'list', items })

export const part = (heading: string, blocks: readonly PrintedBlock[] = []): PrintedSection => ({
  level: 1,
  heading: asHeading(heading),
  blocks,
})
export const below = (heading: string, blocks: readonly PrintedBlock[]): PrintedSection => ({
  level: 2,
  heading: asHeading(heading),
  blocks,
})

/** Where a table has nothing to state. */
export const NOTHING = '–'

export const words = (text: string): PrintedCell => ({ text, value: null })
/** A number in Latin digits, the same in every language. */
export const figure = (value: number | null, otherwise = NOTHING): PrintedCell => ({
  text: value === null ? otherwise : String(value),
  value,
})
