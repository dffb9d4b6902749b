import type { OpenSteps } from '../../../db/open-step-counts.ts'
import { type WatchedStep, watchedSteps } from '../../domain/reports/figures/figures-of.ts'
import type { OpenCount } from '../../domain/reports/figures/open-steps.ts'
import { pinned, type World } from '../../domain/world.ts'

/** Of all open steps those that a report watches, by the country that owes them. */
export const watchedAmong = (world: World, rows: readonly OpenSteps[]): readonly OpenCount[] =>
  rows.flatMap(({ office, procedure, version, step, ...count }): OpenCount[] => {
    const action = pinned(world, procedure, version)?.steps.find(({ key }) => key === step)?.action
    const owedBy = world.offices.get(office)?.country
    const watched = watchedSteps.find((one): one is WatchedStep => one === action)
    return watched && owedBy ? [{ ...count, step: watched, owedBy }] : []
  })
