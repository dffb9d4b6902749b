import type { Line } from '../linked-cells.ts'

/** Unknowns and equations in the making. An unknown has the place that it will have among the cells. */
export class Draft {
  readonly #first: number
  readonly #lines: Line[] = []
  #size = 0
  constructor(first: number) {
    this.#first = first
  }
  get lines(): readonly Line[] {
    return [...this.#lines]
  }
  get places(): readonly number[] {
    return Array.from({ length: this.#size }, (_, index) => this.#first + index)
  }
  unknown(): number {
    this.#size += 1
    return this.#first + this.#size - 1
  }
  /** Both sums are the same. */
  equal(some: readonly number[], others: readonly number[]): void {
    const [left, right] = others.length === 1 ? [others, some] : [some, others]
    const [only, ...more] = left
    if (only !== undefined && more.length === 0) this.#add(only, right)
    else {
      const both = this.unknown()
      this.#add(both, left)
      this.#add(both, right)
    }
  }
  /** The later sum is no smaller. */
  grows(earlier: number, later: number): void {
    this.#add(later, [earlier, this.unknown()])
  }
  #add(total: number, parts: readonly number[]): void {
    this.#lines.push({ total, parts, dimension: null })
  }
}
