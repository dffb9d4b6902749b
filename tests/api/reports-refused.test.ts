import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { globalId } from '../../schema/global-id.ts'
import { countryRoles, type Role } from '../../server/domain/cases/roles.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { codesOf, line, ReportDesk } from '../support/report-desk.ts'
import { bareId } from '../support/report-store.ts'
import { stored } from '../support/stored.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'
import { never } from '../support/way-over-http.ts'

const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
/** Of a country: who reads reports, and who writes and clears its part. */
const READ: readonly Role[] = ['focal', 'taskforce', 'privacy', 'admin']
const CLEAR: readonly Role[] = ['focal', 'taskforce']

/** Every act on what is there, with good input, on a version or on another. */
const acts = (expectedVersion: number) =>
  [
    ['editReportPart', 'reportPartId', { expectedVersion, lines: [line('Words.')], struck: [] }],
    ['clearReportPart', 'reportPartId', { expectedVersion }],
    ['publishReport', 'reportId', { expectedVersion, without: countryCodes }],
    ['cancelReport', 'reportId', { expectedVersion }],
    ['cancelReportFile', 'reportFileId', { expectedVersion }],
    ['makeReportFile', 'report', { format: 'JSON', languages: [] }],
  ] as const
const NEVER = {
  reportPartId: never.reportPart,
  reportId: never.report,
  reportFileId: never.reportFile,
  report: never.report,
}

describe.each(engineKinds)('who may not work on a report, on %s', (kind) => {
  let desk: ReportDesk
  let secretariat: string
  /** A corridor review of Thailand and Lao PDR; its Lao part, and a file that the secretariat asked for. */
  let there: typeof NEVER
  beforeAll(async () => {
    desk = await ReportDesk.open(kind)
    secretariat = await desk.secretariat()
    await addFacts(
      desk.api.engine,
      Array.from({ length: 9 }).flatMap(() => straightHome(HOME)),
    )
    there = await things(await desk.report({ kind: 'CORRIDOR_REVIEW', ...HOME }))
  })
  afterAll(() => desk.api.close())
  beforeEach(() => desk.api.later(1))

  const things = async (report: string) => {
    const reportPartId = await desk.part(report, 'LA')
    const reportFileId = await desk.way.must(secretariat, 'makeReportFile', { report, format: 'CSV', languages: [] })
    return { reportId: report, report, reportPartId, reportFileId }
  }
  /** What each act is answered; nothing of it is done. */
  const tried = async (key: string, ids: typeof NEVER, version: number): Promise<Looked> => {
    const before = await stored(desk.api.engine)
    const told: Record<string, Looked> = {}
    for (const [name, target, input] of acts(version)) {
      const { noun, problems } = await desk.api.act(key, name, { [target]: ids[target], ...input })
      told[name] = noun ? 'done' : problems
    }
    expect(await stored(desk.api.engine)).toEqual(before)
    return told
  }
  const post = (country: string) =>
    [...desk.api.service.world.offices.values()].find((one) => one.country === country && one.roles.includes('post'))
      ?.id

  test('to a third country, and to roles that read no reports, it is as if it had never been', async () => {
    const strangers = await Promise.all(READ.map((role) => desk.key('VN', role)))
    const roles = countryRoles.filter((role) => !READ.includes(role))
    for (const role of roles)
      strangers.push(await desk.api.key('LA', role, 1, role === 'post' ? post('LA') : undefined))
    strangers.push(await desk.api.keyOf('operator'))
    for (const key of strangers) {
      for (const version of [1, 2, 7]) {
        const nothing = await tried(key, NEVER, version)
        expect(await tried(key, there, version)).toEqual(nothing)
        for (const problems of Object.values(nothing))
          expect(['NOT_FOUND', 'NOT_YOUR_ROLE']).toContain((problems as Looked)[0].code)
      }
      expect(await desk.look(key, there.report, 'id')).toBeNull()
      const { data } = await desk.api.ask(key, '{ reports(first: 100) { nodes { id } } }')
      expect(data.reports.nodes).toEqual([])
      for (const id of Object.values(there)) {
        const node = await desk.api.ask(key, 'query ($id: ID!) { node(id: $id) { id } }', { id })
        expect(node.data.node).toBeNull()
      }
    }
  })

  test('who reads it and may not: by role, by country, by office', async () => {
    const code = async (key: string, name: string) => {
      const [, target, input] = acts(name.includes('Part') ? 1 : 2).find(([one]) => one === name) ?? []
      const { noun, problems } = await desk.api.act(key, name, { [target ?? '']: there[target ?? 'report'], ...input })
      return noun ? 'done' : problems[0].code
    }
    for (const role of READ.filter((one) => !CLEAR.includes(one))) {
      const key = await desk.key('LA', role)
      for (const name of ['editReportPart', 'clearReportPart', 'publishReport', 'cancelReport'])
        expect([role, name, await code(key, name)]).toEqual([role, name, 'NOT_YOUR_ROLE'])
    }
    for (const key of [secretariat, await desk.key('TH', 'focal'), await desk.key('TH')]) {
      // Nobody writes or clears the part of another country, the secretariat none at all.
      const refusal = key === secretariat ? 'NOT_YOUR_ROLE' : 'NOT_FOUND'
      for (const name of ['editReportPart', 'clearReportPart']) expect(await code(key, name)).toBe(refusal)
    }
    // Asked for by the secretariat, it is published by the secretariat alone.
    for (const name of ['publishReport', 'cancelReport'])
      expect([await code(await desk.key('LA', 'focal'), name), await code(await desk.key('LA'), name)]).toEqual([
        'NOT_FOUND',
        'NOT_YOUR_ROLE',
      ])
    // A file of another office, whatever version is named, is not there.
    for (const expectedVersion of [1, 9]) {
      const input = { reportFileId: there.reportFileId, expectedVersion }
      expect(codesOf(await desk.api.act(await desk.key('LA', 'focal'), 'cancelReportFile', input))).toEqual([
        'NOT_FOUND',
      ])
    }
  })

  test('ids of something else are ids of nothing', async () => {
    const bare = bareId(there.report)
    const others = ['Case', 'Meeting', 'Report', 'ReportPart', 'ReportFile'] as const
    for (const type of others)
      for (const [name, target, input] of acts(1)) {
        const own = { reportId: 'Report', report: 'Report', reportPartId: 'ReportPart', reportFileId: 'ReportFile' }[
          target
        ]
        if (own === type) continue
        const id = globalId(type, type === 'ReportPart' ? bareId(there.reportPartId) : bare)
        for (const key of [secretariat, await desk.key('LA', 'focal')]) {
          const there = await desk.api.act(key, name, { ...input, [target]: id })
          const nothing = await desk.api.act(key, name, { ...input, [target]: NEVER[target] })
          expect([type, name, there]).toEqual([type, name, nothing])
        }
      }
  })

  test('nothing of a published report changes any more', async () => {
    const report = await desk.report()
    const ids = await things(report)
    await desk.made()
    await desk.clear(report, 'LA')
    expect((await desk.publish(report, ['KH', 'CN', 'MM', 'TH', 'VN'])).problems).toEqual([])
    const refusals = async (key: string, name: string, more: object) => codesOf(await desk.api.act(key, name, more))
    for (const country of ['LA', 'TH'] as const) {
      const [key, reportPartId] = [await desk.key(country), await desk.part(report, country)]
      const part = { reportPartId, expectedVersion: country === 'LA' ? 2 : 1 }
      const edit = { ...part, lines: [], struck: [] }
      expect(await refusals(key, 'editReportPart', edit)).toEqual(['REPORT_PUBLISHED_ALREADY'])
      expect(await refusals(key, 'clearReportPart', part)).toEqual(['REPORT_PUBLISHED_ALREADY'])
    }
    const again = { reportId: report, expectedVersion: 3 }
    for (const without of [[], countryCodes, ['KH', 'CN', 'MM', 'TH', 'VN']])
      expect(await refusals(secretariat, 'publishReport', { ...again, without })).toEqual(['REPORT_PUBLISHED_ALREADY'])
    expect(await refusals(secretariat, 'cancelReport', again)).toEqual(['REPORT_MADE_ALREADY'])
    const file = { reportFileId: ids.reportFileId, expectedVersion: 2 }
    expect(await refusals(secretariat, 'cancelReportFile', file)).toEqual(['REPORT_MADE_ALREADY'])
  })

  test('cleared twice is told with who did it; cleared again after a change it is', async () => {
    const report = await desk.report()
    await desk.clear(report, 'LA')
    const [reportPartId, key] = [await desk.part(report, 'LA'), await desk.key('LA', 'focal')]
    const twice = await desk.api.act(key, 'clearReportPart', { reportPartId, expectedVersion: 2 })
    expect(codesOf(twice)).toEqual(['REPORT_CLEARED_ALREADY'])
    expect(twice.problems[0].message).toMatch(/\p{Script=Lao}/u)
    await desk.edit(report, 'LA', [])
    expect((await desk.look(secretariat, report)).parts.every((one: Looked) => one.cleared === null)).toBe(true)
    await desk.clear(report, 'LA')
  })

  test('a delegation of another role gives nobody an act on reports, and no other office loses one', async () => {
    const { service } = desk.api
    const days = { firstDay: desk.api.clock.now().slice(0, 10), lastDay: '2026-12-31' }
    const [from, to] = ['la-mlsw-social-welfare', 'la-lwu'].map((id) => globalId('Office', id))
    const delegated = await desk.api.act(await desk.key('LA', 'admin'), 'delegateRole', {
      role: 'WELFARE',
      from,
      to,
      ...days,
    })
    expect(delegated.problems).toEqual([])
    const stand = await desk.api.key('LA', 'welfare', 1, 'la-lwu' as never)
    expect(await tried(stand, there, 1)).toEqual(await tried(stand, NEVER, 1))
    // Of the country it is, whichever of its offices has the role.
    const offices = [...service.world.offices.values()].filter(
      ({ country, roles }) => country === 'LA' && roles.includes('focal'),
    )
    for (const { id } of offices) {
      const focal = await desk.api.key('LA', 'focal', 2, id)
      await desk.way.must(focal, 'editReportPart', { reportPartId: there.reportPartId, lines: [], struck: [] })
    }
  })
})
