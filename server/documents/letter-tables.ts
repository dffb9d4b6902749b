import { say } from '../../locales/index.ts'
import type { Speaker } from '../../locales/show.ts'
import { totalOf } from '../domain/handovers/counts.ts'
import { countCells } from '../domain/kernel/fields.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { LetterText } from '../domain/letters/letter.ts'
import type { LetterTable } from '../domain/letters/letter-facts.ts'
import type { World } from '../domain/world.ts'

/** A table of a letter in words; its figures are in Latin digits in every language. */
export function tableInWords(world: World, to: Speaker, table: LetterTable): LetterText['tables'][number] {
  const caption = say(to, `letters:table.${table.kind}`)
  const number = say(to, 'letters:head.number')
  const group = say(to, 'letters:head.group')
  switch (table.kind) {
    case 'questions': {
      const ask = (code: (typeof table.questions)[number]) =>
        world.questions.get(code)?.label[to.language as Language] ?? code
      const rows = table.questions.map((code, place) => [String(place + 1), ask(code)])
      return { caption, head: [number, say(to, 'letters:head.question')], rows }
    }
    case 'cases':
    case 'missing': {
      const rows = table.cases.map(({ reference, cell }, place) => [
        String(place + 1),
        reference,
        say(to, `labels:cell.${cell}`),
      ])
      return { caption, head: [number, say(to, 'letters:reference'), group], rows }
    }
    case 'counts': {
      const { counts } = table
      const cells = countCells.filter((cell) => counts[cell] > 0)
      const rows = cells.map((cell) => [say(to, `labels:cell.${cell}`), String(counts[cell])])
      const total = [say(to, 'letters:total'), String(totalOf(counts))]
      return { caption, head: [group, say(to, 'letters:head.persons')], rows: [...rows, total] }
    }
  }
}
