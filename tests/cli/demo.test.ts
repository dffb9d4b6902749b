import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { actionNames, registerActNames } from '../../server/domain/procedures/action-names.ts'
import { allStories } from '../../server/walkthrough/stories/index.ts'

/** A demo in a process of its own; what it printed, and where it listens. */
async function startDemo(
  folder: string,
  ...more: string[]
): Promise<{ child: ChildProcess; url: string; said: string }> {
  const child = spawn(process.execPath, ['server/cli/main.ts', 'demo', '--port', '0', '--data', folder, ...more])
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    const url = /^listening on (http:\S+)$/m.exec(said)?.[1]
    if (url) return { child, url, said }
  }
  throw new Error(`the demo did not start: ${said}`)
}

/** A walkthrough in a process of its own; it says more than a buffer of `runCommand` holds. */
async function walk(...given: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['server/cli/main.ts', 'walkthrough', ...given])
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  for await (const chunk of child.stdout.setEncoding('utf8')) said += chunk
  return { code: await ended, said }
}

const stop = (child: ChildProcess): Promise<unknown> => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return ended
}

describe('the demo and its walkthrough', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  const keysFile = join(folder, 'demo-keys.json')
  const keys = () => JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, string>
  let running: ChildProcess | null = null
  afterEach(async () => {
    if (running) await stop(running)
    running = null
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const post = async (url: string, path: string, account: string, body: object) => {
    const headers = { authorization: `Bearer ${keys()[account]}`, 'content-type': 'application/json' }
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: answer.status, fictitious: answer.headers.get('x-fictitious'), body: await answer.json() }
  }

  test('it makes a world and says that it is fictitious', async () => {
    const { child, said } = await startDemo(folder, '--reset')
    running = child
    expect(said).toContain('fictitious')
  })

  test('it is kept as it is when started again, and its clock only goes forward', async () => {
    const { child, url } = await startDemo(folder)
    running = child
    const query = '{ viewer { now fictitious } cases(first: 100) { nodes { id stage } } }'
    const { body, fictitious } = await post(url, '/graphql', 'th-focal', { query })
    expect([fictitious, body.data.viewer.fictitious]).toEqual(['true', true])
    const stages = new Set(body.data.cases.nodes.map(({ stage }: { stage: string }) => stage))
    expect(stages.size).toBeGreaterThanOrEqual(8)
    const now: string = body.data.viewer.now
    expect(now > '2026-03-02T02:00:00.000Z').toBe(true)
    expect((await post(url, '/demo/clock', 'operator', { to: '2026-03-02T02:00:00Z' })).status).toBe(409)
    expect((await post(url, '/demo/clock', 'operator', { to: 'tomorrow' })).status).toBe(400)
    expect((await post(url, '/demo/clock', 'th-focal', { to: '2027-01-01T00:00:00Z' })).status).toBe(403)
    const moved = await post(url, '/demo/clock', 'operator', { to: '2027-01-01T00:00:00Z' })
    expect(moved.body.now >= '2027-01-01T00:00:00.000Z').toBe(true)
  })

  test('six witnesses sign its log; killed outright it leaves nobody behind that holds a port', async () => {
    const { child, url } = await startDemo(folder)
    running = child
    const query = '{ checkpoint { size binding witnesses { country { code } } } }'
    const binding = async () => (await post(url, '/graphql', 'vn-focal', { query })).body.data.checkpoint?.binding
    while (!(await binding())) await new Promise(setImmediate)
    const listed = readFileSync(join(folder, 'witnesses.txt'), 'utf8').trimEnd().split('\n')
    expect(listed.map((line) => line.slice(0, 2))).toEqual(['KH', 'CN', 'LA', 'MM', 'TH', 'VN'])
    const addresses = listed.map((line) => line.split(' ')[2] ?? '')
    const answers = (address: string) =>
      fetch(`${address}/key`).then(
        ({ ok }) => ok,
        () => false,
      )
    expect(await Promise.all(addresses.map(answers))).toEqual(addresses.map(() => true))
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    running = null
    while ((await Promise.all(addresses.map(answers))).includes(true)) await new Promise(setImmediate)
  })

  test('there are accounts of every role in every country', () => {
    const names = Object.keys(keys())
    for (const country of ['kh', 'cn', 'la', 'mm', 'th', 'vn'])
      for (const role of [
        'liaison',
        'liaison-2',
        'supervisor',
        'focal',
        'focal-2',
        'taskforce',
        'guardian',
        'verifier',
        'welfare',
        'privacy',
        'admin',
      ])
        expect(names).toContain(`${country}-${role}`)
    expect(names.filter((name) => name.includes('-post-'))).toHaveLength(6 * 5 * 2)
    expect(names).toEqual(expect.arrayContaining(['secretariat', 'operator']))
  })

  // Last: the clock goes on by years.
  test('one case of every branch is played to its closure over HTTP, both countries in their languages', async () => {
    const { child, url } = await startDemo(folder)
    running = child
    const { code, said } = await walk('--all', '--json', '--url', url, '--keys', keysFile)
    expect(code).toBe(0)
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toMatchObject({ stories: allStories.length })
    for (const language of ['km', 'lo', 'my', 'th', 'vi', 'zh']) expect(said).toContain(`[${language}]`)
    expect((await walk('--url', 'http://127.0.0.1:9', '--keys', keysFile)).code).toBe(1)
  })

  test('the stories play every act, and every country on both sides', () => {
    const played = allStories.flatMap(({ scenes }) => scenes.map(({ act }) => act))
    const unplayed = [...actionNames, ...registerActNames].filter((name) => !played.includes(name))
    // Meetings and reports are of no case, and have tests of their own.
    expect(unplayed.filter((name) => !/Report|^(record|update)Meeting$/.test(name))).toEqual([])
    expect(new Set(allStories.map((story) => story.requestingCountry)).size).toBe(6)
    expect(new Set(allStories.map((story) => story.countryOfReturn)).size).toBe(6)
  })
})
