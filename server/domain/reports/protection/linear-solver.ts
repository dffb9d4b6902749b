/** Equations between columns: in each row the columns times their factors add up to nothing. */
export interface Equations {
  readonly columns: number
  readonly rows: readonly (readonly (readonly [column: number, factor: number])[])[]
}

/** One question to a programme: the least of cost times column, each column from 0 to its upper bound. */
export interface Question {
  readonly cost: Float64Array
  /** Infinity: no bound. */
  readonly upper: Float64Array
}

/** Equations that are asked again and again. */
export interface Programme {
  /** The values of the columns at the optimum. Throws where there is none: all columns at 0 always fit. */
  readonly minimise: (question: Question) => Float64Array
  /** Gives its memory back; no question after that. */
  readonly end: () => void
}

/** Opens a programme; handed in, because the domain has no packages. */
export type LinearSolver = (equations: Equations) => Programme
