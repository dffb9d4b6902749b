import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand } from '../support/command.ts'

const FIXTURE = 'tests/fixtures/kh-la-example.both.v1.json'

describe('mekong-liaison procedure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'procedure-'))
  const environment = { DATABASE_URL: `file:${join(folder, 'liaison.db')}` }
  afterAll(() => rmSync(folder, { recursive: true }))

  const broken = (name: string, change: (procedure: { steps: Record<string, unknown>[] }) => void): string => {
    const procedure = JSON.parse(readFileSync(FIXTURE, 'utf8'))
    change(procedure)
    const path = join(folder, `${name}.json`)
    writeFileSync(path, JSON.stringify(procedure))
    return path
  }

  test('check accepts a procedure for a pair that had none; draw prints it', () => {
    expect(runCommand(['procedure', 'check', FIXTURE])).toMatchObject({ code: 0 })
    const drawn = runCommand(['procedure', 'draw', FIXTURE, '--language', 'km'])
    expect([drawn.code, drawn.stdout.startsWith('flowchart TB')]).toEqual([0, true])
    expect(drawn.stdout).toMatch(/[\u1780-\u17FF]/)
  })

  test('add puts it into the database once, and never replaces what is there', () => {
    expect(runCommand(['migrate'], environment).code).toBe(0)
    expect(runCommand(['procedure', 'add', FIXTURE, '--json'], environment).stdout).toContain('"added":"added"')
    expect(runCommand(['procedure', 'add', FIXTURE], environment).stdout).toContain('already-there')
    const other = broken('other', ({ steps }) => Object.assign(steps[0] ?? {}, { letter: 'request' }))
    expect(runCommand(['procedure', 'add', other], environment)).toMatchObject({ code: 1 })
  })

  test.each([
    [
      'a step that comes after itself',
      'circle',
      (steps: Record<string, unknown>[]) => Object.assign(steps[1] ?? {}, { after: [steps.at(-1)?.['key']] }),
    ],
    [
      'an unknown guard',
      'guard',
      (steps: Record<string, unknown>[]) => Object.assign(steps[1] ?? {}, { guards: ['whatever'] }),
    ],
    [
      'a step nobody owes',
      'nobody',
      (steps: Record<string, unknown>[]) => Object.assign(steps[1] ?? {}, { owedBy: { side: 'return', roles: [] } }),
    ],
    [
      'a role that the table of rules does not give the act',
      'role',
      (steps: Record<string, unknown>[]) =>
        Object.assign(steps[1] ?? {}, { owedBy: { side: 'return', roles: ['privacy'] } }),
    ],
    [
      'a label missing in one language',
      'label',
      (steps: Record<string, unknown>[]) => delete ((steps[1]?.['label'] ?? {}) as Record<string, string>)['lo'],
    ],
    ['a way that never closes', 'end', (steps: Record<string, unknown>[]) => steps.pop()],
  ] as const)('check refuses %s', (_what, name, change) => {
    const { code, stdout, stderr } = runCommand(['procedure', 'check', broken(name, ({ steps }) => void change(steps))])
    expect(code).toBe(1)
    expect(`${stdout}${stderr}`.trim()).not.toBe('')
  })

  test('bad use is exit 2 and says what is missing', () => {
    expect(runCommand(['procedure', 'check'])).toMatchObject({ code: 2 })
    expect(runCommand(['procedure', 'check', 'nowhere.json'])).toMatchObject({ code: 2 })
    expect(runCommand(['nonsense'])).toMatchObject({ code: 2 })
    expect(runCommand(['procedure', 'draw', FIXTURE, '--language', 'fr'])).toMatchObject({ code: 2 })
    expect(runCommand(['--help'])).toMatchObject({ code: 0 })
  })
})
