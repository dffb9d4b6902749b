/** The demo is the same at every start: what looks like chance is a counted sequence (a linear congruential one). */
export class Seeded {
  #state: number
  constructor(seed: number) {
    this.#state = seed
  }
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 0x1_0000_0000) * below)
  }
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
}
