import { say } from '../locales/index.ts'
import { type Speaker, showList, showNumber, showPairs } from '../locales/show.ts'
import type { GuardRule } from '../server/domain/confidentiality/finding.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { countCells } from '../server/domain/kernel/fields.ts'
import type { Code, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Label, Language } from '../server/domain/kernel/language.ts'
import type { Facts, FactValue } from '../server/domain/kernel/problem.ts'
import type { World } from '../server/domain/world.ts'

/** Facts that are codes, as words: a question by its text, a list by its name, counts by their cells. */
export const wordsOf = (world: World, to: Speaker, facts: Facts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, wordOf(world, to, name, value)]))

function wordOf(world: World, to: Speaker, name: string, value: FactValue): unknown {
  const language = to.language as Language
  if (name === 'question') return world.questions.get(value as Code)?.label[language] ?? value
  if (name === 'hold') return world.codes.get('hold-reason')?.get(value as Code)?.label[language] ?? value
  if (name === 'office') return world.offices.get(value as OfficeId)?.label[language] ?? value
  if (name === 'rule') return say(to, `guard:rule.${value as GuardRule}`)
  if (name === 'country') return world.countries.get(value as CountryCode)?.label[language] ?? value
  if (name === 'countries' && typeof value === 'object')
    return showList(
      to,
      value.map((one) => world.countries.get(one as CountryCode)?.label[language] ?? one),
    )
  if (name === 'cases' && typeof value === 'object') return showList(to, value)
  if (name === 'indicator') return world.codes.get('aggregate-indicator')?.get(value as Code)?.label[language] ?? value
  if (name === 'by' && typeof value === 'object')
    return showList(
      to,
      value.map((one) => divisionWords(world, to, one)),
    )
  if (name === 'list') return world.codeLists.get(String(value))?.label[language] ?? value
  return (name === 'received' || name === 'expected') && typeof value === 'object' ? cellsOf(to, value) : value
}

/** By what figures are divided: a quarter, or what a code list holds. */
const divisionWords = (world: World, to: Speaker, by: string): string =>
  by === 'quarter'
    ? say(to, 'labels:division.quarter')
    : (world.codeLists.get(by)?.label[to.language as Language] ?? by)

/** What to write instead of what the guard refused. */
export const insteadWords = (to: Speaker, { rule }: Facts): Readonly<Record<string, unknown>> | undefined =>
  rule === undefined ? undefined : { instead: say(to, `guard:instead.${rule as GuardRule}`) }

/** Steps that an act waits for, and those that are open instead with the country that owes each, as sentences. */
export function turnWords(world: World, to: Speaker, { waitsFor, openSteps }: Facts): string[] {
  const language = to.language as Language
  const steps = (keys: FactValue | undefined) =>
    (typeof keys === 'object' ? keys : []).map((key) => {
      const [step = '', country] = key.split(':')
      const label = stepLabel(world, step)?.[language] ?? step
      const name = country && world.countries.get(country as CountryCode)?.label[language]
      return name ? say(to, 'labels:openStep', { step: label, country: name }) : label
    })
  const [waiting, open] = [steps(waitsFor), steps(openSteps)]
  return [
    ...(waiting.length > 0 ? [say(to, 'labels:waitsFor', { steps: showList(to, waiting) })] : []),
    ...(open.length > 0 ? [say(to, 'labels:openNow', { steps: showList(to, open) })] : []),
  ]
}

/** A step by its key, in the words of the first procedure that has it: they are alike in nearly all. */
function stepLabel(world: World, key: string): Label | undefined {
  for (const versions of world.procedures.values()) {
    const found = versions.at(-1)?.steps.find((step) => step.key === key)
    if (found) return found.label
  }
  return undefined
}

/** `adultFemale:2` in words; cells with nobody in them are left out, unless all are empty. */
function cellsOf(to: Speaker, cells: readonly string[]): string {
  const counted = cells.map((cell) => cell.split(':') as [(typeof countCells)[number], string])
  const some = counted.filter(([, number]) => number !== '0')
  return some.length === 0
    ? showNumber(to, 0)
    : showPairs(
        to,
        some.map(([cell, number]) => [say(to, `labels:cell.${cell}`), Number(number)]),
      )
}
