import type { JobStage } from '../../domain/reports/report-entry.ts'

/** Somebody gave it up, or another process took it: what is being made is wanted no more. */
export class GivenUp extends Error {}

/** How whoever makes something says how far it is, and hears that it is wanted no more. */
export interface Progress {
  /** Rejects with GivenUp. */
  at(stage: JobStage, percent: number): Promise<void>
  readonly signal: AbortSignal
}
