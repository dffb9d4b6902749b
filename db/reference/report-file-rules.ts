import { z } from 'zod'
import type { ReportFileRules } from '../../server/domain/retention/rules.ts'
import { readJson } from './read.ts'
import { basis } from './shapes.ts'

const shape = z.strictObject({
  version: z.int().min(1),
  keepDays: z.strictObject({ count: z.int().min(1).max(3660), basis }),
})

/** How long files of reports are kept, as `db/report-files/keep.json` says. */
export const readReportFileRules = (): ReportFileRules => readJson(shape, 'report-files/keep.json')
