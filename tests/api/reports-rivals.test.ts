import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { codesOf, line, ReportDesk } from '../support/report-desk.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'

const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
const ROUNDS = 12
const OTHERS = ['CN', 'MM', 'TH', 'VN']

describe.each(engineKinds)('a report is published while a country works on its part, on %s', (kind) => {
  let desk: ReportDesk
  const reports: string[] = []
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    await addFacts(
      desk.api.engine,
      Array.from({ length: 9 }).flatMap(() => straightHome(HOME)),
    )
    const secretariat = await desk.secretariat()
    while (reports.length < 2 * ROUNDS) {
      for (let count = 0; count < 8; count += 1)
        reports.push(await desk.way.must(secretariat, 'draftReport', { kind: 'IMM_SUMMARY', year: 2025 }))
      await desk.made()
    }
  })
  afterAll(() => desk.api.close())
  beforeEach(() => desk.api.later(1))

  /** Each after another short work, so that now the one comes first and now the other. */
  const following = async <T>(steps: number, act: () => Promise<T>): Promise<T> => {
    for (let step = 0; step < steps; step += 1) await desk.look(await desk.key('MM'), reports[0] ?? '', 'id')
    return act()
  }
  const laoWords = async (id: string): Promise<string> => {
    const { parts } = await desk.look(await desk.key('TH'), id)
    return JSON.stringify(parts.find(({ country }: Looked) => country.code === 'LA').areas)
  }

  test('what is published was cleared in just that form: an edit comes before it, or not at all', async () => {
    const ended = new Set<string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = reports[round] ?? ''
      await desk.edit(id, 'LA', [line('Cleared words.')])
      await desk.clear(id, 'LA', 'KH')
      const [lao, reportPartId] = [await desk.key('LA'), await desk.part(id, 'LA')]
      const edit = { reportPartId, expectedVersion: 3, lines: [line('Other words.')], struck: [] }
      const publish = { reportId: id, expectedVersion: 2, without: OTHERS }
      const [edited, published] = await Promise.all([
        following(round % 3, () => desk.api.act(lao, 'editReportPart', edit)),
        following(Math.floor(round / 3) % 3, async () =>
          desk.api.act(await desk.secretariat(), 'publishReport', publish),
        ),
      ])
      const outcome = [codesOf(edited), codesOf(published)].map((codes) => codes.join() || 'done').join(' and ')
      ended.add(outcome)
      const isOut = (await desk.look(lao, id, 'status')).status === 'PUBLISHED'
      expect(isOut).toBe(published.noun !== null)
      expect(await laoWords(id)).not.toContain('Other words')
      if (isOut) expect(await laoWords(id)).toContain('Cleared words.')
    }
    // One of the two is done each time, and never both.
    for (const outcome of ended)
      expect(['done and REPORT_NOT_CLEARED without', 'REPORT_PUBLISHED_ALREADY and done']).toContain(outcome)
  })

  test('a clearance at the same moment: whole in it, or whole out of it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = reports[ROUNDS + round] ?? ''
      await desk.edit(id, 'LA', [line('Words of Lao PDR.')])
      await desk.clear(id, 'KH')
      const [lao, reportPartId] = [await desk.key('LA'), await desk.part(id, 'LA')]
      const publish = async () => {
        const without = [...OTHERS, 'LA']
        return desk.api.act(await desk.secretariat(), 'publishReport', { reportId: id, expectedVersion: 2, without })
      }
      const clear = () => desk.api.act(lao, 'clearReportPart', { reportPartId, expectedVersion: 2 })
      const [cleared, published] = await Promise.all([
        following(round % 3, clear),
        following(Math.floor(round / 3) % 3, publish),
      ])
      const outcome = [codesOf(cleared), codesOf(published)].map((codes) => codes.join() || 'done').join(' and ')
      expect(['done and REPORT_LEAVES_NOT_OUT without.4', 'REPORT_PUBLISHED_ALREADY and done']).toContain(outcome)
      expect((await laoWords(id)).includes('Words of Lao PDR.')).toBe(cleared.noun !== null)
    }
  })
})
