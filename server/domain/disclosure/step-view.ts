import type { Actor } from '../cases/actor.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { officePlaying } from '../cases/playing-offices.ts'
import { climb } from '../deadlines/ladder.ts'
import { deadlineOf } from '../deadlines/step-deadline.ts'
import { countryOf } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import { lazy } from '../kernel/lazy.ts'
import type { StepState } from '../procedures/steps.ts'
import { calendarOf, type World } from '../world.ts'
import type { StepView } from './case-view.ts'
import { reads } from './field-rules.ts'
import { OWN_FINDINGS, type Secrecy } from './secrecy.ts'

/** A step as the reader may see it; none where seeing it would tell too much. */
export const stepView =
  (world: World, file: CaseFile, by: Actor, secrecy: Secrecy, now: Instant) =>
  ({ step, status, waitsFor }: StepState): readonly StepView[] => {
    const { state } = file
    const act = state.done.get(step.key)
    const country = countryOf(file, step.owedBy.side)
    const theirs = country !== by.country
    const finding = OWN_FINDINGS.has(step.action)
    if (theirs && secrecy.hidesSteps(step.action)) return []
    if (theirs && act && secrecy.hides(act) && !finding) return []
    // Visits that are left out tell how the last one ended.
    if (theirs && step.action === 'recordFollowUp' && status === 'skipped') return []
    const openedAt = status === 'open' ? (state.opened.get(step.key) ?? null) : null
    const deadline = lazy(() => (openedAt ? deadlineOf(world, file, step, openedAt, now) : null))
    const [first = 'focal'] = step.owedBy.roles
    const office = step.owedBy.roles.map((role) => officePlaying(world, file, step.owedBy.side, role)).find(Boolean)
    const isDone = act !== undefined && status === 'done'
    return [
      {
        step,
        status,
        side: step.owedBy.side,
        country,
        office: officePlaying(world, file, step.owedBy.side, first) ?? office ?? null,
        waitsFor,
        openedAt,
        doneAt: isDone ? act.at : null,
        result: isDone && reads('Step', 'result', { own: !theirs, finding }) ? act.result : null,
        get deadline() {
          return deadline()
        },
        get escalation() {
          const { dueDay, dueAt } = deadline() ?? {}
          if (!dueDay || !dueAt) return null
          return climb(world.ladder, calendarOf(world, country), { dueDay, dueAt }, now).level || null
        },
      },
    ]
  }
