import type { Tables } from './tables/all.ts'

/** Tables that hold something of a case: after an erasure their files are written anew. */
export const ERASABLE = [
  'cases',
  'acts',
  'parts',
  'queue',
  'handovers',
  'handoverCases',
  'escalations',
  'registers',
  'journalContent',
  'journalParts',
  'outbox',
  'idempotency',
  'workChanges',
] as const satisfies readonly (keyof Tables)[]
