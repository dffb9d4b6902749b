import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OfficeId } from '../../server/domain/kernel/ids.ts'
import { plus } from '../../server/domain/kernel/instant.ts'
import { createAccount, revokeAccount } from '../../server/services/accounts.ts'
import { engineKinds } from '../support/engines.ts'
import { ReportDesk } from '../support/report-desk.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'

const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
const FIVE_MINUTES = 5 * 60_000
const TYPES = {
  PDF: ['application/pdf', 'pdf', ['th', 'lo']],
  DOCX: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx', ['th', 'lo']],
  XLSX: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx', ['en']],
  CSV: ['text/csv', 'csv', []],
  JSON: ['application/json', 'json', []],
} as const

describe.each(engineKinds)('files of reports by their links, on %s', (kind) => {
  let desk: ReportDesk
  let secretariat: string
  let report: string
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    secretariat = await desk.secretariat()
    await addFacts(
      desk.api.engine,
      Array.from({ length: 9 }).flatMap(() => straightHome(HOME)),
    )
    report = await desk.report()
  })
  afterAll(() => desk.api.close())
  beforeEach(() => desk.api.later(1))

  const pathOf = async (key: string, file: string): Promise<string> => (await desk.lookAtFile(key, file)).download.path

  test.each(Object.entries(TYPES))(
    '%s: whole, with its type, its name and its hash',
    async (format, [type, extension, languages]) => {
      const file = await desk.file(secretariat, report, format, languages)
      const { reference } = await desk.look(secretariat, report, 'reference')
      const told = await desk.lookAtFile(secretariat, file)
      expect(told).toMatchObject({ format, languages, making: { state: 'MADE' } })
      const { statusCode, headers, rawPayload } = await desk.fetched(told.download.path)
      expect(statusCode).toBe(200)
      expect(headers['content-type']).toMatch(new RegExp(`^${type.replaceAll('.', '\\.')}(;|$)`))
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${[reference, ...languages].join(' ')}.${extension}"`,
      })
      expect(rawPayload.length).toBe(told.bytes)
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(rawPayload))
      expect(Buffer.from(digest).toString('hex')).toBe(told.sha256)
      // As it was made, whenever it is fetched and by whichever link.
      expect((await desk.fetched(await pathOf(secretariat, file))).rawPayload).toEqual(rawPayload)
    },
  )

  test('the link is the key, for five minutes, and nonsense is none', async () => {
    const path = await pathOf(secretariat, await desk.file(secretariat, report))
    expect((await desk.fetched(path)).statusCode).toBe(200)
    const middle = Math.floor(path.length / 2)
    const changed = path.slice(0, middle) + (path[middle] === 'a' ? 'b' : 'a') + path.slice(middle + 1)
    const letter = path.replace('/reports/', '/letters/')
    for (const wrong of [
      changed,
      letter,
      '/reports/',
      '/reports/x',
      '/reports/../reports/x',
      `/reports/${'a'.repeat(3000)}`,
    ]) {
      const { statusCode, body } = await desk.fetched(wrong)
      expect([wrong, statusCode]).toEqual([wrong, 410])
      expect(JSON.parse(body).errors[0].extensions.code).toBe('LINK_ENDED')
    }
    const now = desk.api.clock.now()
    desk.api.clock.set(plus(now, FIVE_MINUTES - 1))
    expect((await desk.fetched(path)).statusCode).toBe(200)
    desk.api.clock.set(plus(now, FIVE_MINUTES))
    expect((await desk.fetched(path)).statusCode).toBe(410)
  })

  test('who is signed in no more fetches nothing, by whichever link', async () => {
    const wanted = {
      name: 'leaves soon',
      office: 'secretariat' as OfficeId,
      role: 'secretariat',
      language: 'en',
    } as const
    const made = await createAccount(desk.api.service, { ...wanted, validDays: null, demo: false })
    if ('fault' in made) throw new Error(made.fault)
    const file = await desk.file(made.key, report)
    const [own, colleagues] = [await pathOf(made.key, file), await pathOf(secretariat, file)]
    expect((await desk.fetched(own)).statusCode).toBe(200)
    await revokeAccount(desk.api.service, wanted.name)
    expect((await desk.fetched(own)).statusCode).toBe(410)
    expect((await desk.fetched(colleagues)).statusCode).toBe(200)
  })

  test('while it is made there is nothing to fetch', async () => {
    const id = await desk.way.must(secretariat, 'makeReportFile', { report, format: 'JSON', languages: [] })
    const seen: unknown[] = []
    const { service } = desk.api
    // What the writer sees is what anybody sees at that moment: it is being made.
    const before = await desk.lookAtFile(secretariat, id)
    service.reports.connect(async () => {
      const { making, download, bytes, sha256 } = await desk.lookAtFile(secretariat, id)
      seen.push([making.state, making.stage, making.percent, download, bytes, sha256])
      return Buffer.from('a file')
    })
    await desk.made()
    expect(before).toMatchObject({ making: { state: 'MAKING', stage: 'WAITING', percent: 0 }, download: null })
    expect(seen).toEqual([['MAKING', 'TYPESETTING', 20, null, null, null]])
    expect((await desk.fetched(await pathOf(secretariat, id))).body).toBe('a file')
  })
})
