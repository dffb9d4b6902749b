import type { ShownCase } from '../../server/services/readings.ts'
import { builder } from '../builder.ts'

/** Only what passed the gate is a case: a stored row does not fit. Fields in case.ts. */
export const CaseRef = builder.objectRef<ShownCase>('Case')
