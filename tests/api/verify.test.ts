import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { jsonOf } from '../../server/adapters/lines.ts'
import { signLine } from '../../server/adapters/notes.ts'
import { inOneSentence } from '../../server/cli/verify-sentence.ts'
import { type Note, noteText, readNote } from '../../server/domain/journal/checkpoint.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { verifyLog } from '../../server/services/log/verify-log.ts'
import { everyRow } from '../support/every-row.ts'
import { LogKeepers } from '../support/log-keepers.ts'
import { LoggedWorld } from '../support/logged-world.ts'
import { runs } from '../support/sample.ts'
import { cosigners, secondOpinion } from '../support/second-verifier.ts'
import { coverUp, type Line } from '../support/tamper.ts'

/** What is found does not depend on the engine; that both export the same is shown in log-tampering.proof. */
describe('what `verify` tells apart', () => {
  let world: LoggedWorld
  let other: LoggedWorld
  let log: readonly string[] = []
  let [older, newest, foreign] = ['', '', '']
  let receipts: { id: string; leaf: string; at: string; proof: unknown }[] = []
  beforeAll(async () => {
    world = await LoggedWorld.open('sqlite')
    other = await LoggedWorld.open('sqlite', 'log.other.example')
    await world.grow(3)
    older = await world.checkpoint()
    await world.grow(2)
    newest = await world.checkpoint()
    log = await world.exported()
    await other.grow(2)
    foreign = await other.checkpoint()
    const { journal } = await everyRow(world.engine)
    const proofs = await world.proofs(journal.map(({ id }) => id))
    receipts = journal.map(({ id, leaf, at }) => ({ id, leaf, at, proof: proofs.get(id) ?? null }))
  }, 600_000)
  afterAll(async () => {
    await world.close()
    await other.close()
  })

  const verdict = async (lines: readonly string[], checkpoint: string | null = null, receipt?: unknown) =>
    (await verifyLog(lines, { key: null, checkpoint, receipt: receipt === undefined ? null : { value: receipt } }))
      ?.verdict
  /** As the reader was handed the keys by the ministries. */
  const handed = () => world.keepers.keepers.witnesses
  const handedTexts = () => Object.fromEntries(handed().map(({ country, verifier }) => [country, verifier.text]))
  const bent = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')
  const changed = (change: (lines: Line[], header: Line) => void, signed = false): readonly string[] => {
    const [header, ...lines] = log.map((line) => JSON.parse(line) as Line)
    change(lines, header)
    return coverUp(signed ? 'signed anew' : 'left as it is', header, lines, world.keepers.hub)
  }

  test('an edited entry, by its number, whatever was edited', async () => {
    for (const name of ['id', 'kind', 'at', 'leaf', 'hash', 'salt', 'content'])
      expect(await verdict(changed((lines) => Object.assign(lines[7], { [name]: bent(lines[7][name]) })))).toEqual({
        found: 'edited',
        entry: 7,
      })
    const edits: ((line: Line) => void)[] = [
      (line) => Object.assign(line.parts[0], { content: bent(line.parts[0].content) }),
      (line) => Object.assign(line.parts[0], { position: 1 }),
      (line) => void line.parts.push(line.parts[0]),
      (line) => void delete line.content,
      (line) => void delete line.id,
      (line) => Object.assign(line, { more: 1 }),
    ]
    for (const edit of edits)
      expect(await verdict(changed((lines) => edit(lines[7])))).toEqual({ found: 'edited', entry: 7 })
    expect(await verdict([...log.slice(0, 8), log[8]?.slice(0, -9) ?? '', ...log.slice(9)])).toEqual({
      found: 'edited',
      entry: 7,
    })
  })
  test('a line that is missing, doubled, exchanged, added', async () => {
    const missing = { found: 'missing', entry: 5 }
    expect(await verdict(changed((lines) => void lines.splice(5, 1)))).toEqual(missing)
    expect(await verdict(changed((lines) => void lines.splice(5, 3)))).toEqual(missing)
    expect(await verdict(changed((lines) => void lines.splice(5)))).toEqual(missing)
    // Numbered anew, with the hashes left where they were.
    const rows = (lines: Line[]) => lines.map(({ index: _, hash: __, ...row }) => row)
    const refill = (lines: Line[], order: Line[]) =>
      order.forEach((row, place) => {
        lines[place] = { index: place, hash: lines[place].hash, ...row }
      })
    expect(await verdict(changed((lines) => refill(lines, rows(lines).toSpliced(5, 1))))).toEqual(missing)
    const doubled = { found: 'doubled', entry: 5 }
    expect(await verdict(changed((lines) => void lines.splice(6, 0, lines[5])))).toEqual(doubled)
    expect(await verdict(changed((lines) => void lines.splice(12, 0, lines[5])))).toEqual(doubled)
    expect(await verdict(changed((lines) => void lines.splice(2, 0, lines[5])))).toEqual(doubled)
    const exchanged = { found: 'exchanged', entry: 5, with: 9 }
    const swap = (lines: Line[]) => lines.toSpliced(5, 1, lines[9]).toSpliced(9, 1, lines[5])
    expect(await verdict(changed((lines) => void lines.splice(0, 20, ...swap(lines))))).toEqual(exchanged)
    expect(await verdict(changed((lines) => refill(lines, swap(rows(lines)))))).toEqual(exchanged)
    const added = changed((lines) => void lines.push({ index: 20, hash: 'a'.repeat(64) }))
    expect(await verdict(added)).toEqual({ found: 'added', entry: 20 })
  })
  test('a fork, also where the hub itself signed it; a log that became shorter', async () => {
    const forked = changed((lines) => void lines.splice(4, 1), true)
    expect(await verdict(forked, older)).toEqual({ found: 'fork', signed: 12 })
    expect(await verdict(forked, null, receipts[2])).toMatchObject({ found: 'shorter' })
    const longer = changed(
      (lines) =>
        void lines.splice(4, 1, {
          ...lines[4],
          kind: 'closeCase',
          content: undefined,
          salt: undefined,
          parts: undefined,
        }),
      true,
    )
    expect(await verdict(longer, older)).toEqual({ found: 'fork', signed: 12 })
    expect(await verdict(longer, null, receipts[2])).toEqual({ found: 'fork', signed: 20 })
    const cut = changed((lines) => void lines.splice(8), true)
    expect(await verdict(cut, older)).toEqual({ found: 'shorter', size: 8, signed: 12 })
  })
  test('a checkpoint or receipt of another hub, or changed; a log that its own key does not hold for', async () => {
    expect(await verdict(log, foreign)).toEqual({ found: 'other-hub' })
    expect(await verdict(log, older.replace('12', '13'))).toEqual({ found: 'checkpoint-changed' })
    expect(await verdict(changed((_lines, header) => Object.assign(header, { checkpoint: foreign })))).toEqual({
      found: 'other-hub',
    })
    expect(
      await verdict(
        changed((_lines, header) => Object.assign(header, { checkpoint: header.checkpoint.replace('20', '19') })),
      ),
    ).toEqual({ found: 'unsigned' })
    const swapped = changed((_lines, header) => Object.assign(header.witnesses, { KH: receipts[0]?.leaf }))
    expect(await verdict(swapped)).toEqual({ found: 'unsigned' })
    const bentWitness = newest.replace(
      /(— witness\.TH\.example .{40})(.)/,
      (_, before, one) => before + (one === 'A' ? 'B' : 'A'),
    )
    expect(await verdict(changed((_lines, header) => Object.assign(header, { checkpoint: bentWitness })))).toEqual({
      found: 'unsigned',
    })
    const { journal } = await everyRow(other.engine)
    const proofs = await other.proofs([journal[0]?.id ?? ''])
    const [one] = journal.map(({ id, leaf, at }) => ({ id, leaf, at, proof: proofs.get(id) }))
    expect(await verdict(log, null, one)).toEqual({ found: 'receipt-other-hub' })
    expect(await verdict(log, null, { ...one, proof: null })).toEqual({ found: 'receipt-missing' })
    expect(await verdict(log, null, undefined)).toMatchObject({ found: 'untouched' })
    expect(await verifyLog(['{}', ...log], { key: null, checkpoint: null, receipt: null })).toBeNull()
  })
  test('a receipt proves by itself that it is binding, to both verifiers', async () => {
    for (const receipt of receipts) {
      const brought = {
        key: world.keepers.verifier,
        checkpoint: null,
        receipt: { value: receipt },
        witnesses: handed(),
      }
      const verified = await verifyLog(log, brought)
      expect(verified).toMatchObject({ verdict: { found: 'untouched' }, cosigned: { receipt: countryCodes } })
      expect(secondOpinion(log, null, receipt, handedTexts())).toBeNull()
      const { checkpoint } = receipt.proof as { checkpoint: string }
      expect(cosigners(checkpoint, world.keepers.verifier.name, handedTexts()).sort()).toEqual(countryCodes.toSorted())
    }
  })
  test('witnesses are believed by the keys the reader was handed, never by those the log brings along', async () => {
    // A host that made six keys of its own, named as those of the ministries, and wrote a history with them.
    const forger = await LogKeepers.open()
    onTestFinished(() => forger.close())
    const [header, ...lines] = changed((entries) => void entries.splice(4, 1), true).map((line) => JSON.parse(line))
    const { text, lines: signed } = readNote(header.checkpoint) as Note
    const own = forger.witnesses.map((signer) => signLine(text, signer, 0))
    const witnesses = Object.fromEntries(
      countryCodes.map((country, place) => [country, forger.witnesses[place]?.verifier.text]),
    )
    const forged = [{ ...header, checkpoint: noteText(text, [...signed, ...own]), witnesses }, ...lines].map((one) =>
      JSON.stringify(one),
    )
    const brought = { key: null, checkpoint: null, receipt: null }
    const believed = await verifyLog(forged, brought)
    expect(believed).toMatchObject({ verdict: { found: 'untouched' }, cosigned: null })
    expect(believed && inOneSentence(believed, false)).toBe(
      'Untouched: the log of 19 entries is what was signed; nothing outside the log was compared.',
    )
    const known = await verifyLog(forged, { ...brought, witnesses: handed() })
    expect(known).toMatchObject({ verdict: { found: 'untouched' }, cosigned: { log: [], receipt: null } })
    expect(known && inOneSentence(known, false)).toMatch(
      /none of your witnesses put its name under it; nothing outside/,
    )
    const origin = world.keepers.verifier.name
    expect(cosigners(noteText(text, [...signed, ...own]), origin, handedTexts())).toEqual([])
    // And the true log is theirs, by the same keys.
    const whole = await verifyLog(log, { ...brought, witnesses: handed() })
    expect(whole && inOneSentence(whole, true)).toBe(
      `Untouched: the log of 20 entries is what was signed, it is co-signed by ${countryCodes.join(', ')} and binding.`,
    )
    const three = await verifyLog(log, { ...brought, witnesses: handed().slice(0, 3) })
    expect(three && inOneSentence(three, true)).toMatch(/co-signed by KH, CN, LA, too few to be binding\.$/)
  })
  test('a receipt or a checkpoint with one bit changed, whichever', async () => {
    const [receipt] = receipts
    const { id, leaf, at } = receipt as (typeof receipts)[number]
    const bits = (text: string) => {
      const all = Array.from({ length: Buffer.byteLength(text) * 8 }, (_, bit) => bit)
      return all.filter((bit) => runs(bit % 7 === 0 ? 1 : 0, 1) === 1)
    }
    const flipped = (text: string, bit: number) => {
      const bytes = Buffer.from(text)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return bytes.toString('utf8')
    }
    for (const whole of [JSON.stringify(receipt), JSON.stringify({ id, leaf, at, proof: null })])
      for (const bit of bits(whole)) {
        const read = jsonOf(flipped(whole, bit))
        const brought = { key: null, checkpoint: null, receipt: { value: read ?? null }, witnesses: handed() }
        const { verdict, cosigned } = (await verifyLog(log, brought)) ?? {}
        const second = secondOpinion(log, null, (read ?? {}) as never, handedTexts())
        // A line that is nobody's any more counts for nothing (C2SP signed-note): one name less, and nothing else.
        if (second === null) {
          expect([bit, verdict?.found, cosigned?.receipt?.length]).toEqual([bit, 'untouched', 5])
          const { checkpoint } = (read as { proof: { checkpoint: string } }).proof
          expect(cosigners(checkpoint, world.keepers.verifier.name, handedTexts())).toHaveLength(5)
          expect(checkpoint.split('\n', 5)).toEqual(newest.split('\n', 5))
        } else expect([bit, verdict?.found]).toEqual([bit, 'receipt-changed'])
      }
    const signerOnly = older.split('\n').slice(0, 5).join('\n').concat('\n')
    expect((await verdict(log, signerOnly))?.found).toBe('untouched')
    for (const bit of bits(signerOnly)) {
      const found = (await verdict(log, flipped(signerOnly, bit)))?.found
      expect([bit, found]).toEqual([bit, 'checkpoint-changed'])
    }
  }, 600_000)
})
