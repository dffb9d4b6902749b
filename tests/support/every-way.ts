import { expect } from 'vitest'
import { stored, traceOf } from './stored.ts'
import { never, targetOf, type WayOverHttp } from './way-over-http.ts'

/** Where there is no target to change: another value of a field, which makes it another act. */
const otherInput: Readonly<Record<string, object>> = {
  draftRequest: { sex: 'male' },
  proposeHandover: { transport: 'boat' },
  openFastTrack: { sex: 'male' },
  recordReceptionWithoutRequest: { sex: 'male' },
  recordCaseManagementMeeting: { agenda: [] },
}

/**
 * Sends one act in every way a client may: on a stale version, twice at once, once more, and with its key on other
 * input. It acts once, in every record. The noun's id.
 */
export async function actInEveryWay(way: WayOverHttp, key: string, name: string, input: object): Promise<string> {
  const { api } = way
  const target = targetOf(input)
  const version = target ? await way.version(key, target) : 0
  if (version === null) throw new Error(`${name}: not for this officer`)
  const before = await stored(api.engine)
  if (target) {
    const stale = await api.act(key, name, { ...input, expectedVersion: version - 1 })
    expect(stale, name).toMatchObject({
      noun: null,
      receipt: null,
      problems: [{ code: 'CONFLICT', field: ['expectedVersion'] }],
    })
    const present = stale.problems[0].facts.find((fact: { key: string }) => fact.key === 'version')
    expect(present, name).toMatchObject({ number: version })
    expect(await stored(api.engine), name).toEqual(before)
  }

  const whole = { ...input, ...(target ? { expectedVersion: version } : {}), idempotencyKey: api.idempotencyKey() }
  const [done, twin] = await Promise.all([api.act(key, name, whole), api.act(key, name, whole)])
  expect(done.problems, name).toEqual([])
  expect(done.noun.version, name).toBe(version + 1)
  expect(twin, name).toEqual(done)
  expect(await api.act(key, name, whole), name).toEqual(done)
  const other = { ...whole, ...(target ? otherTarget(input) : otherInput[name]) }
  expect(await api.act(key, name, other), name).toMatchObject({
    noun: null,
    receipt: null,
    problems: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }],
  })

  const after = await stored(api.engine)
  const grown = { journal: before.journal + 1, outbox: before.outbox + 1, keys: before.keys + 1 }
  expect(after, name).toMatchObject(grown)
  const { journal, outbox } = await traceOf(api.engine, done.receipt.id)
  expect(journal, name).toEqual([{ ...done.receipt, kind: name }])
  expect(outbox, name).toMatchObject([{ topic: name, at: done.receipt.at }])
  return done.noun.id
}

const otherTarget = (input: object) => ('handoverId' in input ? { handoverId: never.handover } : { caseId: never.case })
