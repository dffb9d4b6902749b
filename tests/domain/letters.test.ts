import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { byVersion, readWorld } from '../../db/reference/world.ts'
import { letterIn } from '../../server/documents/letter-in.ts'
import { seeCase } from '../../server/domain/disclosure/see-case.ts'
import { seeHandover } from '../../server/domain/disclosure/see-handover.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import { lettersOfCase } from '../../server/domain/letters/case-letters.ts'
import { lettersOfHandover } from '../../server/domain/letters/handover-letters.ts'
import type { LetterFacts } from '../../server/domain/letters/letter-facts.ts'
import { letterKinds } from '../../server/domain/letters/letter-rules.ts'
import type { World } from '../../server/domain/world.ts'
import { branches } from '../support/branches/index.ts'
import { officer } from '../support/officers.ts'
import { PlayedBranch } from '../support/play-branch.ts'

const shipped = shippedProcedures().map(({ procedure }) => procedure)
const world = readWorld(shipped)
const agreedAnew = shipped.map((one) => ({ ...one, version: one.version + 1, hash: `${one.hash} agreed anew` }))
const newer: World = { ...world, procedures: byVersion([...shipped, ...agreedAnew]) }
const setting = { world, fictitious: true }

interface Played {
  readonly branch: string
  readonly reader: CountryCode
  readonly facts: LetterFacts
}

/** Letters of every case and list of every branch on one corridor, as the focal agencies of both countries read them. */
function lettersOn(countries: Readonly<Record<'A' | 'B' | 'C', CountryCode>>): readonly Played[] {
  return branches.flatMap(({ name, lines }) => {
    const branch = new PlayedBranch(world, newer, countries)
    for (const line of lines) branch.play(line)
    return [countries.A, countries.B].flatMap((reader) =>
      lettersFor(branch, reader).map((facts) => ({ branch: name, reader, facts })),
    )
  })
}

function lettersFor({ desk, files }: PlayedBranch, reader: CountryCode): readonly LetterFacts[] {
  const by = officer(desk.world, files[0] as never, reader, 'focal')
  // Read when the last thing was done: later it is blocked.
  const see = (file: (typeof files)[number]) =>
    seeCase(desk.world, { file, hasPart: true }, by, file.acts.at(-1)?.at ?? desk.now)
  const views = files.map(see).filter((view) => view !== null)
  const lists = [...desk.lists.values()].flatMap((handover) => {
    const list = seeHandover(desk.world, { handover, parts: [{ closedAt: null }] }, by, desk.now)
    return list
      ? lettersOfHandover(
          desk.world,
          list,
          views.filter(({ id }) => handover.caseIds.includes(id)),
        )
      : []
  })
  return [...views.flatMap((view) => lettersOfCase(desk.world, view)), ...lists]
}

const corridors = [
  { A: 'TH', B: 'LA', C: 'KH' },
  { A: 'CN', B: 'MM', C: 'VN' },
  { A: 'VN', B: 'KH', C: 'TH' },
] as const

describe.each(corridors)('letters from $A to $B', ({ A, B, C }) => {
  // One of each kind with the same rows and tables.
  const played = [...new Map(lettersOn({ A, B, C }).map((one) => [madeOf(one), one])).values()]

  test('every kind is written in some branch', () => {
    const kinds = new Set(played.map(({ facts }) => facts.kind))
    expect(letterKinds.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  test('every text is whole in all seven languages: no place left open, no key shown, alike in shape', () => {
    const faults: string[] = []
    for (const { branch, facts } of played) {
      const sides = languages.map((language) => letterIn(setting, facts, [language]).sides[0])
      const shapes = new Set(sides.map((side) => shapeOf(side)))
      if (shapes.size > 1) faults.push(`${branch} ${facts.kind}: languages differ in shape`)
      for (const side of sides)
        for (const text of textsOf(side))
          if (text.trim() === '' || /\{\{|letters:|labels:|timeline:|undefined/.test(text))
            faults.push(`${branch} ${facts.kind} ${side?.language}: “${text}”`)
    }
    expect(faults).toEqual([])
  })

  test('side by side they are in the languages of the two countries, that of the requesting country first', () => {
    const own = (country: CountryCode) => world.countries.get(country)?.languages[0]
    for (const { facts } of played) {
      const letter = letterIn(setting, facts)
      expect(letter.languages).toEqual([own(facts.requestingCountry), own(facts.countryOfReturn)])
      expect(letter.sides.map(({ language }) => language)).toEqual(letter.languages)
      expect([letter.receipt, letter.kind]).toEqual([facts.journal, facts.kind])
    }
  })
})

const madeOf = ({ reader, facts }: Played): string =>
  [reader, facts.kind, facts.partial, facts.to.country, ...facts.rows.map(({ name, value }) => name + value.kind)]
    .concat(facts.tables.map((table) => table.kind))
    .join()

/** How many lines, rows and cells there are, whatever they say. */
const shapeOf = (side: unknown): string =>
  JSON.stringify(side, (_, value: unknown) => (typeof value === 'string' ? '' : value))

/** Every text in a letter. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsOf)
}

describe('a day', () => {
  const [played] = lettersOn({ A: 'TH', B: 'LA', C: 'KH' })
  const linesIn = (language: Language) =>
    played && letterIn(setting, { ...played.facts, at: '2026-03-01T20:00:00.000Z' as never }, [language]).sides[0]?.date

  test('stands in both calendars, as the language writes it, on the day of the country that wrote', () => {
    expect(linesIn('en')?.lines).toEqual(['2 March 2026 (Gregorian calendar)', '2 March 2569 (Buddhist Era)'])
    expect(linesIn('th')?.lines).toEqual(['2 มีนาคม ค.ศ. 2026', '2 มีนาคม พ.ศ. 2569'])
    expect(linesIn('lo')?.lines).toEqual(['ວັນທີ 2 ມີນາ ຄ.ສ. 2026', 'ວັນທີ 2 ມີນາ ພ.ສ. 2569'])
    expect(linesIn('km')?.lines).toEqual(['ថ្ងៃទី2 ខែមីនា ឆ្នាំ2026 (គ.ស.)', 'ថ្ងៃទី2 ខែមីនា ព.ស. 2569'])
    expect(linesIn('my')?.lines).toEqual(['ခရစ်နှစ် ၂၀၂၆ ခုနှစ်၊ မတ်လ ၂ ရက်', 'ဗုဒ္ဓသက္ကရာဇ် ၂၅၆၉ ခုနှစ်၊ မတ်လ ၂ ရက်'])
    expect(linesIn('vi')?.lines).toEqual([
      'ngày 2 tháng 3 năm 2026 (dương lịch)',
      'ngày 2 tháng 3 năm 2569 (Phật lịch)',
    ])
    expect(linesIn('zh')?.lines).toEqual(['公历2026年3月2日', '佛历2569年3月2日'])
  })
})

test('who may not see every case of a list is told so on its letters', () => {
  const branch = new PlayedBranch(world, newer, { A: 'TH', B: 'LA', C: 'KH' })
  for (const line of branches.find(({ name }) => name.startsWith('B13: of three'))?.lines ?? []) branch.play(line)
  const [handover] = branch.desk.lists.values()
  const by = officer(world, branch.files[0] as never, 'LA', 'focal')
  const views = branch.files.flatMap((file) => {
    const view = seeCase(world, { file, hasPart: true }, by, file.acts.at(-1)?.at ?? branch.desk.now)
    return view ? [view] : []
  })
  const list = handover && seeHandover(world, { handover, parts: [{ closedAt: null }] }, by, branch.desk.now)
  if (!list) throw new Error('no list')
  const said = (seen: typeof views) =>
    lettersOfHandover(world, list, seen).map((facts) => letterIn(setting, facts, ['en']).sides[0]?.paragraphs.length)
  expect(new Set(said(views))).toEqual(new Set([2]))
  expect(new Set(said(views.slice(1)))).toEqual(new Set([3]))
})

test('every letter that a procedure names is a kind of letter', () => {
  const named = new Set(shipped.flatMap(({ steps }) => steps.flatMap(({ letter }) => letter ?? [])))
  expect([...named].filter((one) => !letterKinds.some((kind) => kind === one))).toEqual([])
})
