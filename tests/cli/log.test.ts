import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { cosignaturesOf } from '../../db/checkpoint-queries.ts'
import { runCommand } from '../support/command.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { type KeeperCommand, startKeeper } from '../support/keeper-command.ts'
import { ServiceProcess } from '../support/service-process.ts'
import { storeOnDisk } from '../support/store-files.ts'
import { send, WayHome } from '../support/way-home.ts'

const SECRET = 'a secret of the tests with 40 letters ..'
const COUNTRIES = ['TH', 'VN']

describe.each(engineKinds)('signer, witness, export-log and verify on %s', { timeout: 600_000 }, (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'log-commands-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => join(folder, name)
  const written = (name: string, text: string) => {
    writeFileSync(at(name), text)
    return at(name)
  }
  const newKey = (...given: string[]) => {
    const { code, stdout } = runCommand([...given, '--json'], { SIGNING_KEY_FILE: at('signer.key') })
    return code === 0 ? (JSON.parse(stdout).key as string) : code
  }
  const verified = (...given: string[]) => {
    const { code, stdout } = runCommand(['verify', ...given])
    return [code, stdout.trim()]
  }

  test('keys are made once; what the hub signed and two countries watched is exported and verifies', async () => {
    const store = await storeOnDisk(kind)
    const started: KeeperCommand[] = []
    onTestFinished(async () => {
      expect(await Promise.all(started.map(({ stop }) => stop()))).toEqual(started.map(() => 0))
      await store.close()
    })
    await send(await WayHome.open(store.engine), 'TH', 'LA')
    const environment = { DATABASE_URL: store.url }
    expect(runCommand(['export-log'], environment)).toMatchObject({ code: 1, stdout: '' })

    const key = newKey('signer', '--new-key', 'log.commands.example')
    expect(key).toMatch(/^log\.commands\.example\+[0-9a-f]{8}\+/)
    expect(newKey('signer', '--new-key', 'log.commands.example')).toBe(2)
    const hub = written('hub.pub', `${key}\n`)
    const signer = await startKeeper(['signer'], { SIGNING_KEY_FILE: at('signer.key') })
    started.push(signer)
    expect(signer.key).toBe(key)
    // Each of two could sign another continuation of one log.
    const second = runCommand(['signer', '--port', '0'], { SIGNING_KEY_FILE: at('signer.key') })
    expect([second.code, second.stderr]).toEqual([
      2,
      expect.stringMatching(/^.*signer\.key\.state is held by another.*\n$/),
    ])
    const list: string[] = []
    for (const country of COUNTRIES) {
      const files = ['--key', at(`${country}.key`)]
      const made = newKey('witness', '--new-key', `witness.${country}.example`, ...files)
      const witness = await startKeeper(['witness', '--hub', hub, ...files])
      started.push(witness)
      list.push(`${country} ${made} ${witness.url}`)
    }
    const witnesses = written('witnesses.txt', ['# of the test', ...list].join('\n'))
    const keepers = { SIGNER_URL: signer.url, WITNESSES_FILE: witnesses }
    const service = await ServiceProcess.start(store.url, SECRET, keepers)
    const cosigned = async () => (await cosignaturesOf(store.engine, [4])).get(4) ?? []
    while ((await cosigned()).length < COUNTRIES.length) await new Promise(setImmediate)
    await service.kill()

    for (const more of [[], ['--content'], ['--for', 'LA'], ['--for', 'TH']]) {
      const log = at(`log${more.join('')}.jsonl`)
      expect(runCommand(['export-log', '--out', log, ...more], environment).code).toBe(0)
      expect(verified(log, '--key', hub)).toEqual([0, 'Untouched: the log of 4 entries is what was signed.'])
    }
    const log = at('log.jsonl')
    expect(verified(log)[1]).toContain('; nothing outside the log was compared.')
    expect(verified(log, '--witnesses', witnesses)).toEqual([
      0,
      'Untouched: the log of 4 entries is what was signed, it is co-signed by TH, VN, too few to be binding.',
    ])
    const lines = runCommand(['export-log'], environment).stdout
    expect(lines).toBe(readFileSync(log, 'utf8'))
    const [header = '', ...entries] = lines.trimEnd().split('\n')
    // As a shell or an editor may put it into a file.
    const checkpoint = written('checkpoint.txt', `${JSON.parse(header).checkpoint.replaceAll('\n', '\r\n')}\r\n`)
    const [{ id, leaf, at: moment } = { id: '', leaf: '', at: '' }] = (await everyRow(store.engine)).journal
    const receipt = written('receipt.json', JSON.stringify({ id, leaf, at: moment, proof: null }))
    const whole = verified(
      log,
      '--key',
      hub,
      '--checkpoint',
      checkpoint,
      '--receipt',
      receipt,
      '--witnesses',
      witnesses,
      '--json',
    )
    const place = entries.findIndex((line) => JSON.parse(line).id === id)
    expect([whole[0], JSON.parse(String(whole[1]))]).toEqual([
      0,
      expect.objectContaining({
        found: 'untouched',
        size: 4,
        kept: 4,
        receipt: place,
        cosigned: COUNTRIES,
        binding: false,
      }),
    ])
    const bent = written('bent.jsonl', [header, ...entries.toSpliced(2, 1)].join('\n'))
    expect(verified(bent)).toEqual([1, 'Entry 2 is missing.'])
    expect(JSON.parse(String(verified(bent, '--json')[1]))).toMatchObject({ found: 'missing', entry: 2 })
    const wrong = written(
      'wrong.json',
      JSON.stringify({ id, leaf: `${leaf.startsWith('0') ? '1' : '0'}${leaf.slice(1)}`, at: moment }),
    )
    expect(verified(log, '--receipt', wrong)[0]).toBe(1)
    // As the mutation answered it, and what is none at all.
    const answered = written('answered.json', JSON.stringify({ id, leaf, at: moment, state: 'BINDING' }))
    expect(verified(log, '--receipt', answered)[0]).toBe(0)
    for (const none of ['', '5', '{"data":{}}', `{"id":"${id}`])
      expect(verified(log, '--receipt', written('none.json', none))[0]).toBe(2)
    expect(verified(log, '--checkpoint', receipt)[0]).toBe(1)
  })
})

test.each([
  ['verify'],
  ['verify', 'one', 'another'],
  ['verify', 'nowhere.jsonl'],
  ['verify', 'package.json'],
  ['verify', 'package.json', '--key', 'package.json'],
  ['verify', 'package.json', '--witnesses', 'package.json'],
  ['export-log', '--for', 'XX'],
  ['export-log', '--for', 'LA', '--content'],
  ['signer'],
  ['signer', '--new-key', 'a name with spaces'],
  ['witness'],
  ['witness', '--hub', 'package.json'],
])('%s %s %s %s is bad use, in one sentence', (...given) => {
  const { code, stdout, stderr } = runCommand(given.filter((one) => one !== undefined))
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test.each(['signer', 'witness', 'export-log', 'verify'])('%s --help says what it does', (name) => {
  const { code, stdout } = runCommand([name, '--help'])
  expect([code, stdout.startsWith(`mekong-liaison ${name}`)]).toEqual([0, true])
})
