import { spawn } from 'node:child_process'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type StandingClock, systemClock } from '../../server/clock.ts'
import { plus } from '../../server/domain/kernel/instant.ts'
import { closeCase, refusedCase } from '../support/closed-cases.ts'
import { engineKinds } from '../support/engines.ts'
import { storeOnDisk } from '../support/store-files.ts'
import { WayHome } from '../support/way-home.ts'

const DAY = 86_400_000

interface Ran {
  readonly code: number | null
  readonly said: string
}
function retention(url: string, ...given: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['server/cli/main.ts', 'retention', ...given], {
    env: { ...process.env, DATABASE_URL: url, SESSION_SECRET: 'a secret of the tests with 40 letters ..' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

describe.each(engineKinds)('the command `retention`, on %s', (kind) => {
  test('lists what will go, erases what is due and prints certificates; the files are clean', {
    timeout: 600_000,
  }, async () => {
    const store = await storeOnDisk(kind)
    onTestFinished(() => store.close())
    const way = await WayHome.open(store.engine)
    // The command has the machine's own clock: the cases are older than that.
    const clock = way.clock as StandingClock
    const closedDaysAgo = async (days: number) => {
      clock.set(plus(systemClock.now(), -(days + 1) * DAY))
      const one = await refusedCase(way)
      clock.set(plus(systemClock.now(), -days * DAY))
      await closeCase(way, one.id)
      return one
    }
    const [old, blocked, fresh] = [await closedDaysAgo(800), await closedDaysAgo(100), await closedDaysAgo(10)]
    const texts = [old, blocked, fresh].flatMap((one) => one.texts)
    const plan = await retention(store.url, '--json')
    expect(plan.code).toBe(0)
    expect(JSON.parse(plan.said).cases).toMatchObject([
      { what: 'erase', why: 'retention', openedBy: 'TH', sharedWith: 'LA' },
      { what: 'block', why: 'retention' },
    ])
    const later = await retention(store.url, '--json', '--until', '2100-01-01')
    expect(JSON.parse(later.said).cases.map(({ what }: { what: string }) => what)).toEqual(['erase', 'erase', 'erase'])
    expect(await store.found(texts)).toEqual(texts)

    const run = await retention(store.url, '--run', '--json')
    expect(run.code).toBe(0)
    const { certificates, isClean } = JSON.parse(run.said)
    expect([certificates.length, certificates[0].why, isClean]).toEqual([1, 'retention', true])
    expect(certificates[0].caseHash).toBe(JSON.parse(plan.said).cases[0].caseHash)
    expect(texts.some((text) => plan.said.includes(text) || run.said.includes(text))).toBe(false)
    expect(await store.found(texts)).toEqual([blocked, fresh].flatMap((one) => one.texts))
    expect(await retention(store.url, '--run')).toEqual({ code: 0, said: 'nothing was due\n' })
  })

  test('says what it does not understand', async () => {
    const url = 'file:/nowhere/liaison.db'
    expect((await retention(url, '--help')).code).toBe(0)
    expect((await retention(url, '--until', '2569-01-32')).code).toBe(2)
    expect((await retention(url, '--run', '--until', '2028-01-01')).code).toBe(2)
  })
})
