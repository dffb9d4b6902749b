import type { ProblemCode } from './problem-codes.ts'
import type { Provision } from './provision.ts'

/** Plain values a program can read: text, numbers, or lists of them. Never words of a language. */
export type FactValue = string | number | boolean | readonly string[]
export type Facts = Readonly<Record<string, FactValue>>

/** A refusal an officer can understand: a code and the facts its sentence needs. Speaks no language itself. */
export interface Problem {
  readonly code: ProblemCode
  readonly facts: Facts
  /** Path into the input, empty when the whole is meant. */
  readonly field: readonly string[]
  /** Where a guard of the procedure stands in the way: what it rests on. */
  readonly basis?: Provision
}

/** What a decision answers instead of changes. */
export class Refusal {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    this.problems = problems
  }
}

export const problem = (code: ProblemCode, facts: Facts = {}, field: readonly string[] = []): Problem => ({
  code,
  facts,
  field,
})

/** Refuse for one reason. */
export const refuse = (code: ProblemCode, facts: Facts = {}, field: readonly string[] = []): Refusal =>
  new Refusal([problem(code, facts, field)])

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal
