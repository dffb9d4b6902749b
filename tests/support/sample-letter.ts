import { readFileSync } from 'node:fs'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { Letter, LetterText } from '../../server/domain/letters/letter.ts'

const sentences = (language: Language, file: string): readonly string[] =>
  Object.values(JSON.parse(readFileSync(`locales/${language}/${file}.json`, 'utf8')))

/** A letter of real words in no sensible order, with a list of so many rows; what matters is how it is set. */
export const sampleLetter = (languages: Letter['languages'], rows = 3): Letter => ({
  languages,
  kind: 'sample',
  reference: 'TH-KH-2026-7Q4M9D',
  receipt: '8f3a-77aa-0912-bb34',
  sides: languages.map((language) => sampleText(language, rows)),
})

/** The same in one language, with some of its parts changed. */
export function letterWith(language: Language, changed: Partial<LetterText>): Letter {
  const letter = sampleLetter([language])
  return { ...letter, sides: letter.sides.map((side) => ({ ...side, ...changed })) }
}

function sampleText(language: Language, rows: number): LetterText {
  const labels = sentences(language, 'labels')
  const told = sentences(language, 'next')
  const say = (index: number) => labels[index % labels.length] ?? ''
  const tell = (index: number) => told[index % told.length] ?? ''
  return {
    language,
    fictitious: tell(1),
    title: say(20),
    from: { label: say(12), lines: [say(14), say(16)] },
    to: { label: say(13), lines: [say(18), say(19)] },
    date: { label: say(7), lines: ['2026-11-26', '2569-11-26'] },
    referenceLabel: say(0),
    receiptLabel: say(2),
    paragraphs: [[tell(2), tell(3), tell(4)].join(' '), tell(5)],
    rows: [1, 2, 3, 4].map((row) => ({ label: say(row), value: say(row + 20), assumed: row === 2 })),
    tables: [
      {
        caption: say(8),
        head: ['No.', say(0), say(40)],
        rows: Array.from({ length: rows }, (_, row) => [`${row + 1}`, `TH-KH-2026-${1000 + row}`, say(row)]),
      },
    ],
    closing: tell(6),
    signatures: [
      { label: say(16), sealLabel: say(33) },
      { label: say(15), sealLabel: say(34) },
    ],
    assumedNote: tell(7),
    page: '{page} / {pages}',
  }
}
