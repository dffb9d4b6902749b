import { describe, expect, test } from 'vitest'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { LiveStream } from '../../server/services/live-stream.ts'
import type { Account } from '../../server/services/sign-in.ts'

const by = { account: 'one', office: 'la-lwu', role: 'welfare', country: 'LA' } as unknown as Account
const change = (place: number, caseId: string, roles: readonly string[] = ['welfare']) => ({
  place,
  caseId: caseId as CaseId,
  roles: roles as never,
})
const stream = (wholeOffice = false) => {
  const one = new LiveStream(by, 'key', wholeOffice, null, true, () => {})
  one.take([], 0)
  return one
}
/** The next news, with the place that its id names. */
const told = async (one: LiveStream) => [await one.next(), Number(one.toldId.split('-')[0])]

describe('what waits for one listener', () => {
  test('of each case the last change, in the order of the last changes', async () => {
    const one = stream()
    one.take([change(1, 'a'), change(2, 'b'), change(3, 'a'), change(4, 'c')], 4)
    expect([await told(one), await told(one), await told(one)]).toEqual([
      [{ kind: 'changed', caseId: 'b' }, 2],
      [{ kind: 'changed', caseId: 'a' }, 3],
      [{ kind: 'changed', caseId: 'c' }, 4],
    ])
  })
  test('of other roles of the office only to who asked for the whole of it; the place moves on all the same', async () => {
    const changes = [
      change(1, 'a', ['guardian']),
      change(2, 'b', ['guardian', 'welfare']),
      change(3, 'c', ['guardian']),
    ]
    const [own, whole] = [stream(), stream(true)]
    for (const one of [own, whole]) one.take(changes, 3)
    expect(await told(own)).toEqual([{ kind: 'changed', caseId: 'b' }, 2])
    const waits = own.next()
    expect(own.idleId).toMatch(/^3-/)
    own.end('gone')
    expect(await waits).toBeNull()
    const all = [await told(whole), await told(whole), await told(whole)]
    expect(all.map(([, place]) => place)).toEqual([1, 2, 3])
  })
  test('does not grow: who is a thousand cases behind begins anew', async () => {
    const one = stream()
    for (let place = 1; place <= 1001; place += 1) one.take([change(place, `case ${place}`)], place)
    expect(await told(one)).toEqual([{ kind: 'begin', gap: 'too-many' }, 1001])
    one.take([change(1002, 'a')], 1002)
    expect(await told(one)).toEqual([{ kind: 'changed', caseId: 'a' }, 1002])
  })
})
