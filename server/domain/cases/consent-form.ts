import type { Code } from '../kernel/ids.ts'
import type { Day } from '../kernel/instant.ts'
import type { Basis, Label, Language } from '../kernel/language.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { Provision } from '../kernel/provision.ts'
import type { World } from '../world.ts'
import type { Consent } from './case-state.ts'

/** A text that is read out to a person, by version; each is in force until the next one is. */
interface ReadOut {
  readonly code: Code
  readonly version: number
  readonly from: Day
  /** Proposed by the service, until the six countries agree on one. */
  readonly status: 'proposed' | 'agreed'
  readonly label: Label
  readonly basis: Basis
}

/** What a person is asked, purpose by purpose. */
export interface ConsentForm extends ReadOut {
  readonly purposes: readonly { readonly purpose: Code; readonly text: Label; readonly basis: Basis }[]
}

/** What a person is told of their rights before they are asked. */
export interface RightsLeaflet extends ReadOut {
  readonly rights: readonly { readonly key: Code; readonly text: Label; readonly provision: Provision }[]
}

/** The version in force on a day; null before the first. Both kinds lie in the order of their first days. */
export const inForceOn = <T extends ReadOut>(versions: ReadonlyMap<Code, T>, day: Day): T | null =>
  [...versions.values()].findLast(({ from }) => from <= day) ?? null

export const formInForce = ({ consentForms }: World, day: Day): ConsentForm | null => inForceOn(consentForms, day)

const PURPOSES = ['share', 'return', 'traceFamily', 'followUp', 'statistics'] as const
type Asked = Pick<Consent, (typeof PURPOSES)[number] | 'form' | 'readIn' | 'language' | 'interpreter' | 'givenOn'>

/** Left out: the form in force on the day, as nobody reads out another. Null: there was none of this service yet. */
export const formOf = (world: World, { form, givenOn }: Pick<Asked, 'form' | 'givenOn'>): Code | null =>
  form ?? formInForce(world, givenOn)?.code ?? null

/**
 * What is wrong with how the person was asked. Who says no to everything needs no form and no interpreter: a refusal is
 * recorded in any case.
 */
export function formProblems(world: World, asked: Asked): readonly Problem[] {
  const inForce = formInForce(world, asked.givenOn)
  const problems: Problem[] = []
  if (asked.form && asked.form !== inForce?.code)
    problems.push(problem('CONSENT_FORM_NOT_IN_FORCE', { day: asked.givenOn }, ['form']))
  const form = world.consentForms.get(formOf(world, asked) ?? ('' as Code))
  if (!form) return problems
  const [spoken, read] = [asked.language, asked.readIn ?? asked.language]
  if (asked.readIn && !isIn(form, read)) problems.push(problem('CONSENT_FORM_LANGUAGE', {}, ['readIn']))
  const agrees = PURPOSES.some((purpose) => asked[purpose] === 'given')
  const needsInterpreter = agrees && (read !== spoken || !isIn(form, spoken))
  if (needsInterpreter && asked.interpreter !== 'used')
    problems.push(problem('INTERPRETER_NEEDED', {}, ['interpreter']))
  return problems
}

/** Whether each of its sentences is written in the language, which is a code of the list `language`. */
const isIn = ({ purposes }: ConsentForm, language: Code): boolean =>
  purposes.every(({ text }) => Object.hasOwn(text, language as string as Language))
