import { bad, type Checked, ok, type Path } from './check-value.ts'
import { problem } from './problem.ts'

// Checks of what has parts: all that is wrong with any of them is told at once.

/** A list of its checked entries. */
export function each<T>(raw: readonly T[], atMost: number, path: Path, check: (one: T, at: Path) => Checked): Checked {
  if (raw.length > atMost) return bad(problem('TOO_MANY', { atMost }, path))
  return joined(
    raw.map((one, place) => check(one, [...path, String(place)])),
    (values) => values,
  )
}

/** An entry of its checked parts. */
export const whole = (parts: Readonly<Record<string, Checked>>): Checked =>
  joined(Object.values(parts), (values) =>
    Object.fromEntries(Object.keys(parts).map((name, place) => [name, values[place]])),
  )

/** What may be left out is checked where it is there; else it is null. */
export const maybe = <T>(raw: T | null | undefined, check: (one: T) => Checked): Checked =>
  raw === null || raw === undefined ? ok(null) : check(raw)

function joined(checked: readonly Checked[], made: (values: readonly unknown[]) => unknown): Checked {
  const problems = checked.flatMap((one) => ('problems' in one ? one.problems : []))
  return problems.length > 0 ? bad(...problems) : ok(made(checked.map((one) => ('value' in one ? one.value : null))))
}
