import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCommand } from '../../server/cli/import.ts'
import { Api, type Looked } from '../support/api.ts'
import { runCommand } from '../support/command.ts'
import { SheetFiles } from '../support/sheet-files.ts'

const HEAD = ['year', 'quarter', 'indicator', 'requestingCountry', 'countryOfReturn', 'sex', 'age', 'value'] as const
const files = new SheetFiles()
afterAll(() => files.remove())

/** What reading a file came to, without sending it: the command in this process, as what it says is looked at. */
async function dry(path: string): Promise<{ code: number; read: Looked }> {
  let read: Looked = null
  const output = {
    say: () => {},
    result: (json: object) => {
      read = json
    },
  }
  const code = await importCommand.run(['aggregates', path], { 'dry-run': true }, output)
  return { code, read }
}
const places = ({ problems }: Looked) => problems.map((one: Looked) => [one.code, one.row, one.column])
const TOTAL = [{ year: 2025, indicator: 'identified', total: 12, parts: [] }]

describe('a sheet is read', () => {
  test('comma, semicolon or tab, with a BOM or without', async () => {
    for (const delimiter of [',', ';', '\t'])
      for (const bom of ['', '\ufeff']) {
        const text = `${bom}${['year', 'indicator', 'value'].join(delimiter)}\r\n${['2025', 'identified', '12'].join(delimiter)}\r\n`
        expect(await dry(files.write(text, 'csv'))).toEqual({ code: 0, read: { figures: TOTAL } })
      }
  })

  test('names of columns, codes and countries in the seven languages', async () => {
    const th = ['ปี,ตัวชี้วัด,ประเทศผู้ร้องขอ,ประเทศที่จะกลับไป,เพศ,จำนวน', '2025,ผู้เสียหายที่ได้รับการคัดแยก,ไทย,ลาว,หญิง,7']
    expect((await dry(files.write(th.join('\n'), 'csv'))).read.figures).toEqual([
      {
        year: 2025,
        indicator: 'identified',
        requestingCountry: 'TH',
        countryOfReturn: 'LA',
        parts: [{ sex: 'female', value: 7 }],
      },
    ])
    const zh = files.write('年份;季度;指标;年龄;数量\n2025;2;被定罪人员;儿童;3\n', 'csv')
    expect((await dry(zh)).read.figures).toEqual([
      { year: 2025, quarter: 2, indicator: 'convicted', parts: [{ age: 'child', value: 3 }] },
    ])
  })

  test.each([
    ['Khmer', '២០២៥', '១២'],
    ['Lao', '໒໐໒໕', '໑໒'],
    ['Burmese', '၂၀၂၅', '၁၂'],
    ['Thai', '๒๐๒๕', '๑๒'],
    ['full-width', '２０２５', '１２'],
  ])('digits in %s, in CSV and in XLSX', async (_script, year, value) => {
    const rows = [
      ['year', 'indicator', 'value'],
      [year, 'identified', value],
    ]
    for (const path of [files.csv(rows), await files.xlsx(rows)])
      expect(await dry(path)).toEqual({ code: 0, read: { figures: TOTAL } })
  })

  test('marks between thousands, formulas that have a value, numbers as numbers', async () => {
    const rows = ['1,234', '1.234', '1 234', '၁,၂၃၄', '1’234'].map((value) => [2025, 'identified', value])
    for (const row of rows) {
      const path = await files.xlsx([['year', 'indicator', 'value'], row])
      expect((await dry(path)).read.figures[0].total).toBe(1234)
    }
    const path = await files.xlsx([
      ['year', 'indicator', 'sex', 'value'],
      [2025, 'identified', 'female', 5],
      [2025, 'identified', 'male', 7],
      [2025, 'identified', null, { formula: 'D2+D3', result: 12 }],
    ])
    expect((await dry(path)).read.figures).toMatchObject([{ total: 12, parts: [{ value: 5 }, { value: 7 }] }])
  })

  test('a sheet by its name; one that is not there is told', async () => {
    const path = await files.xlsx([
      ['year', 'indicator', 'value'],
      [2025, 'identified', 12],
    ])
    const given = (sheet: string) => ['import', 'aggregates', path, '--dry-run', '--json', '--sheet', sheet]
    const there = runCommand(given('2025'))
    expect([there.code, JSON.parse(there.stdout)]).toEqual([0, { figures: TOTAL }])
    const { code, stdout } = runCommand(given('2024'))
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { problems: [{ code: 'unreadable' }] }])
  })
})

describe('what is wrong is told with its row and column', () => {
  test('merged cells are named', async () => {
    const path = await files.xlsx(
      [
        ['year', 'indicator', 'value'],
        [2025, 'identified', 12],
        [null, 'assisted', 9],
      ],
      (sheet) => sheet.mergeCells('A2:A3'),
    )
    const { code, read } = await dry(path)
    expect(code).toBe(1)
    expect(read.problems).toEqual([{ code: 'merged', row: 2, message: expect.stringContaining('A2:A3') }])
  })

  test('empty cells, words in place of numbers, unknown words, formulas without a value', async () => {
    const path = await files.xlsx([
      ['Year', 'Indicator', 'sex', 'Number'],
      [2025, 'identified', null, null],
      [2025, null, null, 3],
      [2025, 'identified', 'women', 3],
      [2025, 'identified', 'male', 'about 20'],
      [2025, 'identified', 'male', 2.5],
      [2025, 'identified', 'male', { formula: 'D2+1' }],
      ['last year', 'assisted', null, -4],
      [2025, 'assisted', null, 'ဝ'],
    ])
    const { code, read } = await dry(path)
    expect(code).toBe(1)
    expect(places(read)).toEqual([
      ['empty', 2, 'Number'],
      ['empty', 3, 'Indicator'],
      ['unknownWord', 4, 'sex'],
      ['notNumber', 5, 'Number'],
      ['notNumber', 6, 'Number'],
      ['noFormulaValue', 7, 'Number'],
      ['notNumber', 8, 'Year'],
      ['notNumber', 8, 'Number'],
      ['notNumber', 9, 'Number'],
    ])
    expect(read.sheet).toBe('2025')
  })

  test('columns: unknown, twice, missing; no rows; the same total twice; no table at all', async () => {
    expect(places((await dry(files.csv([['year', 'year', 'who', 'value']]))).read)).toEqual([
      ['columnTwice', 1, 'B'],
      ['unknownColumn', 1, 'C'],
      ['columnMissing', undefined, 'indicator'],
    ])
    expect(places((await dry(files.csv([['year', 'indicator', 'value']]))).read)).toEqual([
      ['noRows', undefined, undefined],
    ])
    const twice = [['year', 'indicator', 'value'], ...[1, 2].map((value) => [2025, 'identified', value])]
    expect(places((await dry(files.csv(twice))).read)).toEqual([['rowTwice', 3, undefined]])
    for (const content of [new Uint8Array([0xff, 0xfe, 0x41]), 'PK no archive'])
      expect(await dry(files.write(content, 'csv'))).toMatchObject({
        code: 1,
        read: { problems: [{ code: 'unreadable' }] },
      })
  })

  test('in the language asked for', () => {
    const path = files.csv([['year', 'indicator', 'value']])
    const said = (language: string) =>
      runCommand(['import', 'aggregates', path, '--dry-run', '--language', language]).stdout
    expect(said('my')).toMatch(/\p{Script=Myanmar}/u)
    expect(said('km')).toMatch(/\p{Script=Khmer}/u)
  })

  test('bad use', () => {
    const path = files.csv([HEAD])
    for (const given of [
      ['import'],
      ['import', 'holidays', path],
      ['import', 'aggregates'],
      ['import', 'aggregates', path],
      ['import', 'aggregates', 'nowhere.csv', '--dry-run'],
      ['import', 'aggregates', path, '--dry-run', '--language', 'fr'],
      ['import', 'aggregates', path, '--url', 'http://127.0.0.1:9', '--key-file', path],
    ])
      expect([given, runCommand(given).code]).toEqual([given, 2])
    expect(runCommand(['import', '--help'])).toMatchObject({ code: 0 })
  })
})

describe('figures are handed in', () => {
  let api: Api
  let url: string
  let keyFile: string
  beforeAll(async () => {
    api = await Api.open('sqlite')
    url = await api.app.listen({ host: '127.0.0.1', port: 0 })
    keyFile = files.write(`${await api.key('MM', 'taskforce')}\n`, 'key')
  })
  afterAll(() => api.close())

  /** The service answers from this process: the command must not block it. */
  async function handIn(path: string, ...more: readonly string[]): Promise<{ code: number | null; said: string }> {
    const texts = ['--definition', 'Persons identified, each once.', '--coverage', 'The whole country.']
    const source = ['--source', 'Annual report of the central body.', '--source-day', '2026-02-01']
    const given = ['import', 'aggregates', path, '--url', url, '--key-file', keyFile, ...texts, ...source, ...more]
    const child = spawn(process.execPath, ['server/cli/main.ts', ...given])
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
  }

  test('a sheet in Burmese digits: a receipt; sent again it is done once', async () => {
    const path = await files.xlsx([
      ['ခုနှစ်', 'ညွှန်းကိန်း', 'ကျား/မ', 'အရေအတွက်'],
      ['၂၀၂၄', 'identified', 'မ', '၁,၀၀၄'],
      ['၂၀၂၄', 'identified', 'ကျား', '၁၁'],
      ['၂၀၂၄', 'identified', null, '၁,၀၁၅'],
    ])
    const { code, said } = await handIn(path, '--json')
    expect([code, said]).toEqual([0, expect.stringContaining('"leaf"')])
    expect(await handIn(path, '--json')).toEqual({ code: 0, said })
    const query = '{ aggregates(country: MM) { nodes { year total totalDerived parts { value } import { source } } } }'
    const { nodes } = (await api.ask(await api.keyOf('secretariat'), query)).data.aggregates
    expect(nodes).toEqual([
      {
        year: 2024,
        total: 1015,
        totalDerived: false,
        parts: [{ value: 1004 }, { value: 11 }],
        import: { source: 'Annual report of the central body.' },
      },
    ])
  })

  test('what the service refuses is told at the row of the file, in the language of the account', async () => {
    const head = ['year', 'indicator', 'sex', 'value']
    const wrong = files.csv([
      head,
      [2023, 'assisted', '', 4],
      [2023, 'convicted', 'female', 2],
      [2023, 'convicted', '', 3],
    ])
    const { code, said } = await handIn(wrong)
    expect(code).toBe(1)
    expect(said).toMatch(/အတန်း 4 .*TOTAL_NOT_SUM/)
    expect(said).toMatch(/ပေါင်းလဒ်/)
    const early = await handIn(files.csv([head, [2026, 'assisted', '', 4]]), '--language', 'en')
    expect(early.said).toMatch(/^row 2 .*PERIOD_NOT_ENDED/)
  })

  test('an overlapping import says what to replace; replaced so it goes through', async () => {
    const path = (value: number) =>
      files.csv([
        ['year', 'indicator', 'value'],
        [2020, 'convicted', value],
      ])
    expect((await handIn(path(5))).code).toBe(0)
    const { code, said } = await handIn(path(6))
    expect(code).toBe(1)
    const id = /--replaces (\S+)/.exec(said)?.[1] ?? ''
    expect((await handIn(path(6), '--replaces', id)).code).toBe(0)
  })

  test('no key, or nobody there: bad use, told in one line', async () => {
    const path = files.csv([
      ['year', 'indicator', 'value'],
      [2010, 'convicted', 1],
    ])
    const wrongKey = files.write('nobody', 'key')
    expect((await handIn(path, '--key-file', wrongKey)).code).toBe(2)
    expect((await handIn(path, '--url', 'http://127.0.0.1:9')).said).toMatch(/does not answer/)
  })
})
