import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../locales/index.ts'
import { showDay, showInstant, showNumber } from '../../locales/show.ts'
import { DemoWorld } from '../support/demo-world.ts'
import { engineKinds, START } from '../support/engines.ts'
import {
  type Case,
  type Country,
  casesOf,
  countriesOf,
  type Deadline,
  languages,
  type ProcedureStep,
  procedureSteps,
  type Step,
} from '../support/open-steps.ts'
import { climbedByHand, reckonByHand } from '../support/reckon-by-hand.ts'

/** An open step with its deadline, its case, its owner and its rule. */
interface Owed {
  readonly name: string
  readonly one: Case
  readonly step: Step
  readonly deadline: Deadline
  readonly owner: Country
  readonly rule: ProcedureStep
}

const sentences = new Map(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`../../locales/${language}/deadlines.json`, import.meta.url), 'utf8')) as Record<
      string,
      string
    >,
  ]),
)

/** A sentence with anything in its gaps. */
const shapeOf = (sentence = ''): RegExp =>
  new RegExp(
    `^${sentence
      .split(/\{\{\w+\}\}/)
      .map((part) => part.replace(/[.()]/g, '\\$&'))
      .join('.+')}$`,
  )

const UNITS = { WORKING_DAYS: 'workingDays', DAYS: 'days', HOURS: 'hours', MONTHS: 'months' } as const

/** How the limit has to be put. */
const limitOf = ({ unit }: Deadline, { limit, every }: ProcedureStep): string => {
  if (limit?.beforeHandover) return 'beforeEvent'
  if (limit) return UNITS[unit]
  return every ? 'every' : 'onDay'
}

/** What each engine's world holds, to be compared. */
const worlds = new Map<string, unknown>()

describe.each(engineKinds)('every open deadline of the demo world, on %s', (kind) => {
  let world: DemoWorld
  const owed: Owed[] = []
  const bySides = new Map<string, Deadline[]>()
  beforeAll(async () => {
    world = await DemoWorld.open(kind)
    const [countries, rules] = [await countriesOf(world), await procedureSteps(world)]
    for (const country of countries.keys())
      for (const one of await casesOf(world, country))
        for (const step of one.steps) {
          const { deadline, status, key } = step
          const owner = countries.get(step.country.code)
          const rule = rules.get(`${one.procedure.id} ${key}`)
          if (status !== 'OPEN' || !deadline) continue
          if (!owner || !rule) throw new Error(`${key} has no owner or no rule`)
          const name = `${one.requestingCountry.code}-${one.countryOfReturn.code} ${one.stage} ${key} read by ${country}`
          owed.push({ name, one, step, deadline, owner, rule })
          bySides.set(`${one.id} ${key}`, [...(bySides.get(`${one.id} ${key}`) ?? []), deadline])
        }
  }, 600_000)
  afterAll(() => world.close())

  test('there are many, of every kind, in every state', () => {
    expect(bySides.size).toBeGreaterThan(250)
    const kinds = new Set(owed.map(({ deadline: { unit, state } }) => `${unit} ${state}`))
    for (const unit of ['WORKING_DAYS', 'DAYS', 'HOURS'])
      for (const state of ['ON_TIME', 'AMBER', 'RED']) expect([...kinds]).toContain(`${unit} ${state}`)
    expect([...kinds]).toEqual(
      expect.arrayContaining(['WORKING_DAYS STOPPED', 'HOURS STOPPED', 'MONTHS ON_TIME', 'MONTHS STOPPED']),
    )
    const reasons = new Set(owed.flatMap(({ deadline }) => deadline.days.map(({ reason }) => reason)))
    const every = ['COUNTED', 'DAY_ZERO', 'EVENT', 'HOLIDAY', 'MAKE_UP', 'STOPPED', 'WEEKEND']
    expect([...reasons].sort()).toEqual(every)
    expect(new Set(owed.map(({ deadline }) => deadline.basis.status)).size).toBe(3)
  })

  test('is what a pencil and the two calendars give', () => {
    for (const { name, one, step, deadline, owner, rule } of owed) {
      const { explanations: _words, basis: _basis, assumed: _assumed, country, zone, openedAt, ...reckoned } = deadline
      const plain = Object.fromEntries(Object.entries(reckoned).filter(([key]) => !languages.includes(key as 'en')))
      expect({ name, ...plain }).toEqual({ name, ...reckonByHand(one, step, owner, rule, START) })
      expect({ name, country: country.code, zone, openedAt }).toEqual({
        name,
        country: owner.code,
        zone: owner.zone,
        openedAt: step.openedAt,
      })
    }
  })

  test('its days are consecutive, its numbers run from 1 to the limit, and the last is the due day', () => {
    for (const { name, deadline } of owed.filter(({ deadline: { days } }) => days[0]?.reason === 'DAY_ZERO')) {
      const { days, dueDay, dayZero, unit, count } = deadline
      const gaps = days
        .slice(1)
        .map(({ day }, place) => (Date.parse(day) - Date.parse(days[place]?.day ?? '')) / 86_400_000)
      expect([name, days[0]?.day, gaps.every((gap) => gap === 1)]).toEqual([name, dayZero, true])
      const numbers = days.flatMap(({ number }) => number ?? [])
      expect(numbers, name).toEqual(numbers.map((_one, place) => place + 1))
      if (!dueDay) continue
      expect([name, days.at(-1)?.day]).toEqual([name, dueDay])
      if (unit !== 'MONTHS') expect([name, numbers.length]).toEqual([name, count])
    }
  })

  test.each(languages)('the explanation says every day and every holiday, the basis, the end: %s', (language) => {
    for (const { name, deadline, step, owner, rule } of owed) {
      const to = { language, offsetMinutes: owner.offsetMinutes }
      const { days, basis, count, dueAt, dueDay, unit } = deadline
      const lines = deadline.explanations[language]
      const [limit, restsOn, zone, opened, ...rest] = lines
      const own = sentences.get(language) ?? {}
      expect([name, /\{\{|undefined|null/.test(lines.join())]).toEqual([name, false])
      if (count > 0) expect(limit, name).toContain(showNumber(to, count))
      expect(limit, name).toMatch(shapeOf(own[`limit.${limitOf(deadline, rule)}`]))
      expect(restsOn, name).toBe((own[`basis.${basis.status.toLowerCase()}`] ?? '').replace('{{source}}', basis.source))
      expect(zone, name).toContain(deadline.zone)
      expect(opened, name).toContain(showInstant(to, step.openedAt))
      days.forEach(({ day, number }, place) => {
        expect(rest[place], name).toContain(showDay(to, day))
        if (number !== null) expect(rest[place], name).toContain(showNumber(to, number))
        const special = [...owner.holidays, ...owner.makeUpDays].find((one) => one.day === day)
        const named = ['HOLIDAY', 'MAKE_UP'].includes(days[place]?.reason ?? '')
        if (named) expect(rest[place], name).toContain(special?.names[language])
      })
      const end = rest.slice(days.length)
      const lost =
        unit === 'HOURS' && days.length === 0 && dueAt
          ? (Date.parse(dueAt) - Date.parse(step.openedAt)) / 60_000 - count * 60
          : 0
      if (lost > 0) {
        const [said] = end.splice(0, 1)
        for (const amount of [Math.floor(lost / 60), lost % 60]) expect(said, name).toContain(showNumber(to, amount))
      }
      expect(end[0], name).toContain(dueAt ? showInstant(to, dueAt) : own['paused'])
      const climbed = dueAt && dueDay ? climbedByHand(dueDay, dueAt, owner, START) : null
      expect([name, step.escalation]).toEqual([name, climbed?.level ?? null])
      expect([name, end.length]).toEqual([name, climbed ? 2 : 1])
      if (!climbed) continue
      expect(end[1], name).toContain(say(to, `labels:escalation.${climbed.level}`))
      expect(end[1], name).toContain(showInstant(to, climbed.since))
    }
  })

  test('an assumed limit is said to be assumed, and none other is', () => {
    for (const { name, deadline } of owed)
      expect([name, deadline.assumed]).toEqual([name, deadline.basis.status === 'ASSUMED'])
  })

  test('both countries read the same', () => {
    for (const [name, [first, ...others]] of bySides) for (const other of others) expect(other, name).toEqual(first)
  })

  test('the overdue steps of a country are before its focal agency', async () => {
    const query = `query ($after: String) { list: escalations(first: 50, after: $after) {
      pageInfo { hasNextPage endCursor } nodes { step level dueDay case { id } } } }`
    for (const country of ['KH', 'CN', 'LA', 'MM', 'TH', 'VN']) {
      type Row = { step: string; dueDay: string | null; case: { id: string } }
      const rows = await world.everyNode<Row>(`${country.toLowerCase()}-focal`, query)
      const late = owed.filter(({ deadline, owner }) => owner.code === country && deadline.state === 'RED')
      const expected = new Set(late.map(({ one, step }) => `${one.id} ${step.key}`))
      const raised = rows.filter(({ dueDay }) => dueDay !== null).map((row) => `${row.case.id} ${row.step}`)
      expect([country, ...new Set(raised)].sort()).toEqual([country, ...expected].sort())
    }
  })

  test('the same world is lived through on either engine', () => {
    const lines = owed.map(({ name, deadline }) => `${name} ${deadline.openedAt} ${deadline.dueAt} ${deadline.state}`)
    worlds.set(kind, lines.sort())
    for (const other of worlds.values()) expect(worlds.get(kind)).toEqual(other)
  })
})
