import { say } from '../locales/index.ts'
import { type Speaker, showNumber, showPairs } from '../locales/show.ts'
import type { countCells } from '../server/domain/kernel/fields.ts'
import type { Code } from '../server/domain/kernel/ids.ts'
import type { Language } from '../server/domain/kernel/language.ts'
import type { Facts, FactValue } from '../server/domain/kernel/problem.ts'
import type { World } from '../server/domain/world.ts'

/** Facts that are codes, as words: a question by its text, a list by its name, counts by their cells. */
export const wordsOf = (world: World, to: Speaker, facts: Facts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, wordOf(world, to, name, value)]))

function wordOf(world: World, to: Speaker, name: string, value: FactValue): unknown {
  const language = to.language as Language
  if (name === 'question') return world.questions.get(value as Code)?.label[language] ?? value
  if (name === 'hold') return world.codes.get('hold-reason')?.get(value as Code)?.label[language] ?? value
  if (name === 'list') return world.codeLists.get(String(value))?.label[language] ?? value
  return (name === 'received' || name === 'expected') && typeof value === 'object' ? cellsOf(to, value) : value
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
