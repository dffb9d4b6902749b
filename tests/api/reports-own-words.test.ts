import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { line, ReportDesk, WHOLE } from '../support/report-desk.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'

const EVERYTHING = `${WHOLE} previous { ${WHOLE} } differences { what in }`
const readers: readonly Role[] = ['focal', 'taskforce', 'privacy', 'admin']

describe.each(engineKinds)('what a country has written and not cleared, on %s', (kind) => {
  let desk: ReportDesk
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    await addFacts(
      desk.api.engine,
      Array.from({ length: 9 }).flatMap(() => straightHome({ requestingCountry: 'TH', countryOfReturn: 'LA' })),
    )
  })
  afterAll(() => desk.api.close())
  beforeEach(() => desk.api.later(1))

  /** Everything a reader is told of a report, part by part as well, and in the files that they ask for. */
  const told = async (key: string, id: string): Promise<Looked> => {
    const report = await desk.look(key, id, EVERYTHING)
    const parts = await Promise.all(report.parts.map((one: Looked) => asNode(key, one.id)))
    const file = await desk.file(key, id)
    const { contentHash } = await desk.lookAtFile(key, file)
    const files = [[contentHash, await desk.read(key, file)]]
    return { report, parts, files, text: JSON.stringify([report, parts, files]) }
  }
  const asNode = async (key: string, id: string): Promise<Looked> => {
    const fields = 'struck cleared { at } areas { area drafted { code } activities { text } results { text } }'
    const query = `query ($id: ID!) { node(id: $id) { ... on ReportPart { country { code } ${fields} } } }`
    return (await desk.api.ask(key, query, { id })).data.node
  }
  const laoPart = ({ parts }: Looked) => parts.find(({ country }: Looked) => country.code === 'LA')

  test('only that country reads it, in every field and file, until it is cleared', async () => {
    const secretariat = await desk.secretariat()
    const id = await desk.report()
    const empty = await told(secretariat, id)
    await desk.edit(id, 'LA', [line('Not yet for others.')], ['OFFICES'])
    const others = [secretariat, await desk.key('TH', 'focal'), await desk.key('MM', 'privacy')]
    for (const key of others) {
      const one = await told(key, id)
      expect(one.text).not.toContain('Not yet for others')
      expect(laoPart(one)).toMatchObject({ struck: [], cleared: null })
      expect(laoPart(one)).toEqual(laoPart(empty))
      expect([one.report.hash, one.files[0][0]]).toEqual([empty.report.hash, empty.report.hash])
    }
    for (const role of readers) {
      const own = await told(await desk.key('LA', role), id)
      expect([role, own.text.includes('Not yet for others.')]).toEqual([role, true])
      expect(laoPart(own).struck).toEqual(['OFFICES'])
      expect(JSON.stringify(laoPart(own).areas)).not.toContain('OFFICES')
      expect(own.files[0][0]).toBe(own.report.hash)
      expect(own.report.hash).not.toBe(empty.report.hash)
    }
    await desk.clear(id, 'LA')
    const cleared = await Promise.all(others.map((key) => told(key, id)))
    for (const one of cleared) expect(one.text).toContain('Not yet for others.')
    expect(new Set(cleared.map(({ report }) => report.hash)).size).toBe(1)
    // A change takes it back: the new words are not read, nor are the old ones any more.
    await desk.edit(id, 'LA', [line('Changed since.')])
    for (const key of others) expect((await told(key, id)).text).not.toMatch(/Not yet for others|Changed since/)
  })

  test('nor does it show in what differs from the report before', async () => {
    const difference = async (key: string, id: string) => {
      const { previous, differences } = await desk.look(key, id, 'previous { id } differences { what in }')
      return [previous.id, differences.filter(({ what }: Looked) => what === 'COUNTRY').map((one: Looked) => one.in)]
    }
    const older = await desk.report({ kind: 'ANNUAL_MONITORING' })
    desk.api.later(1)
    const newer = await desk.report({ kind: 'ANNUAL_MONITORING' })
    const [lao, thai] = [await desk.key('LA'), await desk.key('TH')]
    await desk.edit(newer, 'LA', [line('New.')])
    expect(await difference(lao, newer)).toEqual([older, ['LA']])
    expect(await difference(thai, newer)).toEqual([older, []])
    // The same words in both are no difference, not cleared in one of them they are to others.
    await desk.edit(older, 'LA', [line('New.')])
    expect(await difference(lao, newer)).toEqual([older, []])
    await desk.clear(newer, 'LA')
    expect(await difference(lao, newer)).toEqual([older, []])
    expect(await difference(thai, newer)).toEqual([older, ['LA']])
  })

  test('a file says what the office that asked for it may read, whoever wrote since', async () => {
    const id = await desk.report()
    await desk.edit(id, 'VN', [line('Only in Viet Nam.')])
    const ask = (country: CountryCode) =>
      desk
        .key(country, 'admin')
        .then((key) => desk.way.must(key, 'makeReportFile', { report: id, format: 'JSON', languages: [] }))
    const [ours, theirs] = [await ask('VN'), await ask('CN')]
    await desk.made()
    expect(await desk.read(await desk.key('VN', 'admin'), ours)).toContain('Only in Viet Nam.')
    expect(await desk.read(await desk.key('CN', 'admin'), theirs)).not.toContain('Only in Viet Nam.')
    // Nobody is given the file of another office, of the same country either.
    for (const key of [await desk.key('CN', 'admin'), await desk.key('VN', 'focal'), await desk.secretariat()])
      expect(await desk.lookAtFile(key, ours)).toBeNull()
  })
})
