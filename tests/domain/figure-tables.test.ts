import { expect, test } from 'vitest'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { quartersOf } from '../../server/domain/reports/figures/period.ts'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import { checkTable } from '../../server/domain/reports/protection/count-table.ts'
import { countedFact, tablesOf } from '../support/counted-facts.ts'

const code = (text: string) => text as Code
/** A small world: nine persons sent, of them four to Lao PDR; two of the nine exploited in two ways. */
const milestone = [
  countedFact('sent', 3),
  countedFact('sent', 1, { sex: code('male'), ageBand: code('age-15-17'), sector: null }),
  countedFact('sent', 3, { countryOfReturn: 'MM', exploitation: [] }),
  countedFact('sent', 2, {
    requestingCountry: 'CN',
    countryOfReturn: 'VN',
    exploitation: [code('debt-bondage'), code('sexual-exploitation')],
    sector: code('gone-since'),
  }),
  countedFact('received', 2, { days: 28 }),
]
const step = [
  countedFact('acknowledgeRequest', 5, { owedBy: 'LA', kept: true, days: 1 }),
  countedFact('acknowledgeRequest', 2, { owedBy: 'LA', kept: false, days: 12 }),
  countedFact('acknowledgeRequest', 1, { owedBy: 'MM', days: 3 }),
]
const branch = [
  countedFact('on-hold', 2, { reason: code('legal') }),
  countedFact('on-hold', 1, { reason: code('gone') }),
]
const snapshot = '2026-04-01T00:00:00.000Z' as Instant
const tables = tablesOf({ milestone, step, branch }, snapshot, { year: 2026, quarter: 1 })

const count = (id: string, where: Where) =>
  tables
    .find((table) => table.id === id)
    ?.cells.find((cell) => JSON.stringify(cell.where) === JSON.stringify({ period: '2026-Q1', ...where }))?.count

test('every table is whole: no margin is missing and no cell is there twice', () => {
  for (const table of tables) checkTable(table)
})

test('persons by corridor, by sex and age: as counted by hand, and the margins with them', () => {
  expect(count('sent-by-corridor', {})).toBe(9)
  expect(count('sent-by-corridor', { requestingCountry: 'TH' })).toBe(7)
  expect(count('sent-by-corridor', { requestingCountry: 'TH', countryOfReturn: 'LA' })).toBe(4)
  expect(count('sent-by-corridor', { countryOfReturn: 'VN' })).toBe(2)
  expect(count('sent-by-corridor', { requestingCountry: 'LA', countryOfReturn: 'TH' })).toBe(0)
  expect(count('sent-by-sex-and-age', { sex: 'male', age: 'minor' })).toBe(1)
  expect(count('sent-by-sex-and-age', { age: 'adult' })).toBe(8)
  expect(count('received-by-corridor', {})).toBe(2)
})

test('who was exploited in two ways is in two categories and once in the total', () => {
  expect(count('sent-by-exploitation', {})).toBe(9)
  expect(count('sent-by-exploitation', { exploitation: 'forced-labour' })).toBe(4)
  expect(count('sent-by-exploitation', { exploitation: 'debt-bondage' })).toBe(2)
  expect(count('sent-by-exploitation', { exploitation: 'sexual-exploitation' })).toBe(2)
  expect(count('sent-by-exploitation', { exploitation: 'not-stated' })).toBe(3)
})

test('what no list knows any more, or what was never said, is not stated', () => {
  expect(count('sent-by-sector', { sector: 'fishing' })).toBe(6)
  expect(count('sent-by-sector', { sector: 'not-stated' })).toBe(3)
  expect(count('holds-by-reason', { holdReason: 'not-stated' })).toBe(1)
})

test('steps say who owed them and whether they were in time', () => {
  expect(count('acknowledged-in-time', { owedBy: 'LA' })).toBe(7)
  expect(count('acknowledged-in-time', { owedBy: 'LA', inTime: 'late' })).toBe(2)
  expect(count('acknowledged-in-time', { inTime: 'in-time' })).toBe(5)
  expect(count('acknowledged-in-time', { owedBy: 'MM', inTime: 'not-stated' })).toBe(1)
})

test('a period is a year or a quarter of it', () => {
  expect(quartersOf({ year: 2026, quarter: null })).toEqual(['2026-Q1', '2026-Q4'])
  expect(quartersOf({ year: 2026, quarter: 2 })).toEqual(['2026-Q2', '2026-Q2'])
})
