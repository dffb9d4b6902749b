import { deadlineOf } from '../deadlines/step-deadline.ts'
import { countryOf, otherSide, sides } from '../kernel/country.ts'
import type { OfficeId, StepKey } from '../kernel/ids.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { openSteps } from '../procedures/steps.ts'
import { standIn } from '../registers/delegations.ts'
import type { World } from '../world.ts'
import type { CaseFile } from './case-file.ts'
import { authorSide } from './case-state.ts'
import { officePlaying } from './playing-offices.ts'
import type { Role } from './roles.ts'

/** A due day later than any: nothing limits the step, or its clock stands still. */
const NO_DUE_DAY = '9999-12-31' as Day

/** One owed step as one office sees it in its queue. */
export interface QueueRow {
  readonly office: OfficeId
  readonly dueDay: Day
  readonly step: StepKey
  /** Roles of that office which may do it; the first role of the step's list owes it. */
  readonly roles: readonly Role[]
  readonly owes: boolean
  readonly amberAt: Instant | null
  readonly dueAt: Instant | null
  readonly openedAt: Instant
  /** When the ladder looks at it first: when it is due. */
  readonly nextAt: Instant | null
}

/** Who owes what next: one row per open step and office. */
export function queueOf(world: World, file: CaseFile, now: Instant): readonly QueueRow[] {
  return openSteps(file.procedure, file.state).flatMap((step) => {
    const openedAt = file.state.opened.get(step.key) ?? now
    const deadline = deadlineOf(world, file, step, openedAt, now)
    const byOffice = new Map<OfficeId, Role[]>()
    const add = (office: OfficeId, role: Role) => byOffice.set(office, [...(byOffice.get(office) ?? []), role])
    for (const role of step.owedBy.roles) {
      const office = officePlaying(world, file, step.owedBy.side, role)
      if (!office) continue
      add(office, role)
      // Whoever stands in for it today sees the step too; the office itself still owes it.
      const other = standIn(world, office, role, now)
      if (other) add(other, role)
    }
    return [...byOffice].map(([office, roles], position) => ({
      office,
      dueDay: deadline?.dueDay ?? NO_DUE_DAY,
      step: step.key,
      roles,
      owes: position === 0,
      amberAt: deadline?.amberAt ?? null,
      dueAt: deadline?.dueAt ?? null,
      openedAt,
      nextAt: position === 0 ? (deadline?.dueAt ?? null) : null,
    }))
  })
}

/**
 * Offices that have a part: the focal agencies, the author's office and the reviewers', whoever owes an open step,
 * and whoever was assigned. The other country has none until the case was sent. Parts are only ever added.
 */
export function partsOf(world: World, file: CaseFile): readonly OfficeId[] {
  const parts = new Set<OfficeId>([file.authorOffice])
  const add = (office: OfficeId | null) => office && parts.add(office)
  const author = authorSide(file.state)
  add(officePlaying(world, file, author, 'focal'))
  add(officePlaying(world, file, author, 'supervisor'))
  // A child's guardian may take the consent back at any time.
  if (file.state.child) add(officePlaying(world, file, author, 'guardian'))
  if (file.state.sentAt) add(officePlaying(world, file, otherSide(author), 'focal'))
  for (const { owedBy } of openSteps(file.procedure, file.state)) {
    if (owedBy.side !== author && !file.state.sentAt) continue
    for (const role of owedBy.roles) add(officePlaying(world, file, owedBy.side, role))
  }
  if (file.state.handover) for (const side of sides) add(officePlaying(world, file, side, 'post'))
  for (const { country, office } of file.state.assigned)
    if (file.state.sentAt || country === countryOf(file, author)) parts.add(office)
  return [...parts]
}
