import { type Day, endOfDay, type Instant } from '../kernel/instant.ts'
import type { Basis } from '../kernel/language.ts'
import type { Calendar } from './calendar.ts'
import { workingDayAfter } from './reckon.ts'

/** Who has an overdue step: 1 the head of the focal agency, 2 the taskforce, 3 the next senior officials' meeting. */
export type Level = 0 | 1 | 2 | 3

/** After how many working days of the country that owes a level is reached; 0: once the due instant has passed. */
export interface Ladder {
  readonly levels: readonly { readonly level: Level; readonly workingDaysAfter: number }[]
  readonly basis: Basis
}

/** When an overdue step was due, as the queue keeps it. */
export interface Due {
  readonly dueDay: Day
  readonly dueAt: Instant
}

const reachedAt = (calendar: Calendar, { dueDay, dueAt }: Due, workingDaysAfter: number): Instant =>
  workingDaysAfter === 0 ? dueAt : endOfDay(workingDayAfter(calendar, dueDay, workingDaysAfter), calendar.offsetMinutes)

/** A level that a step has reached, and since when. */
export interface Rung {
  readonly level: Level
  readonly at: Instant
}

/** The levels that a step has reached by now, the highest last, and when the next one comes; null where none does. */
export function climb(
  { levels }: Ladder,
  calendar: Calendar,
  due: Due,
  now: Instant,
): { readonly level: Level; readonly reached: readonly Rung[]; readonly next: Instant | null } {
  const reached: Rung[] = []
  let next: Instant | null = null
  for (const { level, workingDaysAfter } of levels) {
    const at = reachedAt(calendar, due, workingDaysAfter)
    if (now <= at) {
      next = at
      break
    }
    reached.push({ level, at })
  }
  return { level: reached.at(-1)?.level ?? 0, reached, next }
}
