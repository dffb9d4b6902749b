import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { treeHash } from '../../server/adapters/tree-hashing.ts'
import { isConsistent } from '../../server/domain/journal/check-proofs.ts'
import { verifyLog } from '../../server/services/log/verify-log.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { exportedLines } from '../support/exported-lines.ts'
import { LogKeepers } from '../support/log-keepers.ts'
import { profile } from '../support/way-home.ts'

const CHECKPOINT = `query ($size: Int) { checkpoint(size: $size) {
  size root at key note binding witnesses { country { code } line at } } }`
const RECEIPT = 'id leaf at proof { index kind checkpoint hashes }'
const DRAFT = `mutation ($input: DraftRequestInput!) { draftRequest(input: $input) {
  receipt { state ${RECEIPT} } problems { code } } }`
const FILED = `query ($id: ID!, $leaf: String!) { receipt(id: $id, leaf: $leaf) { state ${RECEIPT} } }`

describe.each(engineKinds)('receipts and checkpoints over HTTP, on %s', (kind) => {
  let api: Api
  let keepers: LogKeepers
  let [officer, stranger] = ['', '']
  beforeAll(async () => {
    api = await Api.open(kind)
    keepers = await LogKeepers.open()
    api.service.log.connect(keepers.keepers)
    officer = await api.key('TH', 'liaison')
    stranger = await api.key('VN', 'focal')
  })
  afterAll(async () => {
    await api.service.log.stop()
    await api.close()
    await keepers.close()
  })
  const draft = async (): Promise<Looked> => {
    const input = { ...profile, countryOfReturn: 'LA', idempotencyKey: api.idempotencyKey() }
    return (await api.ask(officer, DRAFT, { input })).data.draftRequest.receipt
  }
  const filed = async (given: object): Promise<Looked> => (await api.ask(officer, FILED, given)).data.receipt

  test('a receipt says pending, then signed, then binding, and verifies as it was filed', async () => {
    expect((await api.ask(officer, CHECKPOINT)).data.checkpoint).toBeNull()
    for (const country of ['KH', 'CN', 'LA']) await keepers.stop(country)
    const receipt = await draft()
    expect([receipt.state, receipt.proof]).toEqual(['PENDING', null])
    await api.service.log.run()
    expect((await filed(receipt)).state).toBe('SIGNED')
    await keepers.start('LA')
    await api.service.log.run()
    const { state, ...whole } = await filed(receipt)
    expect([state, whole.proof.index, whole.proof.kind]).toEqual(['BINDING', 0, 'draftRequest'])
    await draft()
    await api.service.log.run()
    const lines = await exportedLines(api.engine, 'rows')
    const brought = { key: keepers.verifier, checkpoint: null, receipt: { value: whole } }
    expect((await verifyLog(lines, brought))?.verdict).toMatchObject({ found: 'untouched', size: 2, receipt: 0 })
    // Who does not know the leaf has not the receipt.
    expect(await filed({ id: receipt.id, leaf: whole.proof.hashes[0] ?? 'none' })).toBeNull()
  })

  test('every office is told the same checkpoints, and that each continues the last', async () => {
    const { checkpoint } = (await api.ask(officer, CHECKPOINT)).data
    expect((await api.ask(stranger, CHECKPOINT, { size: 2 })).data.checkpoint).toEqual(checkpoint)
    expect([checkpoint.size, checkpoint.binding, checkpoint.key]).toEqual([2, true, keepers.verifier.text])
    expect(checkpoint.witnesses.map(({ country }: Looked) => country.code)).toEqual(['LA', 'MM', 'TH', 'VN'])
    const older = (await api.ask(stranger, CHECKPOINT, { size: 1 })).data.checkpoint
    const between = 'query ($from: Int!, $to: Int!) { consistency(from: $from, to: $to) }'
    const proof = (await api.ask(stranger, between, { from: 1, to: 2 })).data.consistency
    expect(isConsistent(treeHash, { from: 1, to: 2, oldRoot: older.root, newRoot: checkpoint.root, proof })).toBe(true)
    expect((await api.ask(stranger, CHECKPOINT, { size: 3 })).data.checkpoint).toBeNull()
    for (const [from, to] of [
      [2, 1],
      [1, 3],
      [-1, 1],
    ])
      expect((await api.ask(stranger, between, { from, to })).errors[0].extensions.code).toBe('BAD_USER_INPUT')
  })
})
