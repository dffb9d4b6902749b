import type { Line, LinkedCell, LinkedCells } from './linked-cells.ts'
import type { ProtectionRules } from './rules.ts'

/**
 * What a reader must not be able to exclude of a sensitive cell: values so far below and above the true one, and as
 * `width` so far apart (its sliding protection level). In the unit of the measure.
 */
export interface Need {
  readonly below: number
  readonly above: number
  readonly width: number
}

/** The sensitive cells by their place, primary suppression: a small count that a reader has from earlier is out of reach. */
export function sensitiveCells({ cells, lines }: LinkedCells, rules: ProtectionRules): ReadonlyMap<number, Need> {
  const needs = new Map<number, Need>()
  const width: Need = { below: 0, above: 0, width: rules.interval.width }
  for (const [place, cell] of cells.entries()) {
    if (cell.standing === 'published' || !cell.isNamed) continue
    const dominated = dominanceOf(cell, rules)
    if (dominated > 0)
      needs.set(place, { below: Math.min(dominated, cell.value - cell.lowest), above: dominated, width: dominated })
    else if (isBelowThreshold(cell, rules)) needs.set(place, width)
  }
  // Also zeros that readers have: it may be the total of now that makes them tell.
  for (const place of lines.flatMap((line) => telltaleZeros(cells, line))) needs.set(place, width)
  return needs
}

const isBelowThreshold = ({ measure, value }: LinkedCell, { threshold }: ProtectionRules): boolean =>
  measure.of === 'persons' && value !== 0 && Math.abs(value) < threshold.count

/** By how much the cell would have to be larger for its largest contributors to stay within the percentage; 0: they do. */
function dominanceOf({ value, contributions }: LinkedCell, { dominance }: ProtectionRules): number {
  const largest = (contributions ?? []).toSorted((one, other) => other - one).slice(0, dominance.contributors)
  const needed = (largest.reduce((sum, one) => sum + one, 0) * 100) / dominance.percent
  return needed > value ? Math.ceil(needed - value) : 0
}

/**
 * Group disclosure: where all persons of a line fall into one category of a sensitive dimension, the zeros beside it tell
 * it of each of them. Overlapping categories: where all fall into this one.
 */
function telltaleZeros(cells: readonly LinkedCell[], { total, parts, dimension }: Line): readonly number[] {
  const whole = cells[total] as LinkedCell
  if (!dimension?.sensitive || whole.standing === 'implied' || whole.measure.of === 'amounts' || whole.value === 0)
    return []
  const zeros = parts.filter((place) => cells[place]?.value === 0)
  if (dimension.overlapping) return zeros.filter((place) => cells[place]?.standing === 'implied')
  return zeros.length === parts.length - 1 ? zeros : []
}
