import type { Vocabulary } from '../columns.ts'
import { accessTables } from './access.ts'
import { accountTables } from './accounts.ts'
import { aggregateTables } from './aggregates.ts'
import { caseTables } from './cases.ts'
import { disclosureTables } from './disclosures.ts'
import { erasureTables } from './erasures.ts'
import { escalationTables } from './escalations.ts'
import { handoverTables } from './handovers.ts'
import { journalTables } from './journal.ts'
import { logTables } from './log.ts'
import { queueTables } from './queue.ts'
import { registerTables } from './registers.ts'
import { reportTables } from './reports.ts'
import { settingTables } from './settings.ts'
import { statisticsTables } from './statistics.ts'
import { workChangeTables } from './work-changes.ts'

/** Every table, in the dialect of the vocabulary handed in. */
export const allTables = (c: Vocabulary) => ({
  ...accountTables(c),
  ...accessTables(c),
  ...caseTables(c),
  ...handoverTables(c),
  ...queueTables(c),
  ...registerTables(c),
  ...reportTables(c),
  ...escalationTables(c),
  ...journalTables(c),
  ...logTables(c),
  ...disclosureTables(c),
  ...erasureTables(c),
  ...settingTables(c),
  ...statisticsTables(c),
  ...aggregateTables(c),
  ...workChangeTables(c),
})
export type Tables = ReturnType<typeof allTables>
