import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openSqlite } from '../../db/dialects/sqlite/engine.ts'
import { setMark } from '../../db/mark-queries.ts'
import { runCommand } from '../support/command.ts'

const SECRET = 'a secret of the tests with 40 letters ..'

describe('npm start', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'))
  const at = (name: string) => `file:${join(folder, name)}`
  const start = (environment: Record<string, string>) => {
    const { status, stderr } = spawnSync(process.execPath, ['server/main.ts'], {
      env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...environment },
      encoding: 'utf8',
    })
    return [status, stderr.trim()]
  }
  afterAll(() => rmSync(folder, { recursive: true }))

  test('refuses, with one sentence each: a default secret, unmigrated tables, a demo, a wrong value', async () => {
    const migrated = { DATABASE_URL: at('demo.db') }
    expect(runCommand(['migrate'], migrated).code).toBe(0)
    const engine = openSqlite(join(folder, 'demo.db'))
    await setMark(engine, 'demo', 'fictitious')
    await engine.close()
    expect(start({})).toEqual([1, expect.stringMatching(/^SESSION_SECRET is not set.*$/)])
    expect(start({ SESSION_SECRET: SECRET, DATABASE_URL: at('new.db') })).toEqual([
      1,
      expect.stringMatching(/^The tables .*migrate`\.$/),
    ])
    expect(start({ SESSION_SECRET: SECRET, ...migrated })).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL holds a demo.*$/),
    ])
    const provider = { OIDC_TH_ISSUER: 'https://id.example', OIDC_TH_CLIENT_ID: 'x' }
    expect(start({ SESSION_SECRET: SECRET, ...provider })).toEqual([
      1,
      expect.stringMatching(/^OIDC_TH_CLIENT_SECRET: .*$/),
    ])
    expect(start({ SESSION_SECRET: SECRET, PORT: '99999' })).toEqual([1, expect.stringMatching(/^PORT: .*$/)])
    expect(start({ SESSION_SECRET: 'short' })).toEqual([1, expect.stringMatching(/^SESSION_SECRET: .*$/)])
    expect(start({ SESSION_SECRET: SECRET, DATABASE_URL: 'mysql://x' })).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL: .*$/),
    ])
    expect(start({ SESSION_SECRET: SECRET, SIGNER_URL: 'here' })).toEqual([
      1,
      expect.stringMatching(/^SIGNER_URL: .*$/),
    ])
    expect(start({ SESSION_SECRET: SECRET, SIGNER_KEY: 'a key' })).toEqual([
      1,
      expect.stringMatching(/^SIGNER_KEY: .*$/),
    ])
    expect(start({ SESSION_SECRET: SECRET, WITNESSES_FILE: 'package.json' })).toEqual([
      1,
      expect.stringMatching(/^WITNESSES_FILE: .*$/),
    ])
  })

  test('refuses to start where it could read the key that signs the log', () => {
    const key = join(folder, 'signer.key')
    expect(runCommand(['signer', '--new-key', 'log.start.example'], { SIGNING_KEY_FILE: key }).code).toBe(0)
    expect(start({ SESSION_SECRET: SECRET, SIGNING_KEY_FILE: key })).toEqual([
      1,
      expect.stringMatching(/^SIGNING_KEY_FILE can be read by the service.*$/),
    ])
  })

  test('account create prints a key once; revoke ends it', () => {
    const environment = { DATABASE_URL: at('accounts.db') }
    expect(runCommand(['migrate'], environment).code).toBe(0)
    const create = [
      'account',
      'create',
      'la-desk-1',
      '--office',
      'la-mlsw',
      '--role',
      'focal',
      '--language',
      'lo',
      '--json',
    ]
    const made = runCommand(create, environment)
    expect([made.code, JSON.parse(made.stdout).key]).toEqual([0, expect.stringMatching(/^ml_/)])
    expect(runCommand(create, environment)).toMatchObject({ code: 1, stdout: '' })
    expect(runCommand(['account', 'create', 'x1y', '--office', 'la-mlsw', '--role', 'post'], environment).code).toBe(1)
    expect(runCommand(['account', 'create', 'x1y', '--office', 'la-mlsw', '--role', 'king'], environment).code).toBe(2)
    expect(runCommand(['account', 'revoke', 'la-desk-1'], environment).code).toBe(0)
    expect(runCommand(['account', 'revoke', 'nobody-here'], environment).code).toBe(1)
  })

  test('account invite prints the name of the account and a code, once', () => {
    const environment = { DATABASE_URL: at('invited.db') }
    expect(runCommand(['migrate'], environment).code).toBe(0)
    const invite = (...more: string[]) =>
      runCommand(['account', 'invite', '--role', 'admin', '--json', ...more], environment)
    const made = invite('--office', 'la-secretariat')
    const { name, code } = JSON.parse(made.stdout)
    expect([made.code, name, code]).toEqual([
      0,
      expect.stringMatching(/^la-secretariat-admin-/),
      expect.stringMatching(/^([2-9A-Z]{5}-){4}[2-9A-Z]{5}$/),
    ])
    expect(invite('--office', 'la-mlsw-nowhere').code).toBe(1)
    expect(invite().code).toBe(2)
  })
})
