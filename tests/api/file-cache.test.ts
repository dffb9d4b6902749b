import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileCache } from '../../db/file-cache.ts'
import type { CaseId, OfficeId } from '../../server/domain/kernel/ids.ts'
import { loadFiles } from '../../server/services/load-files.ts'
import { engineKinds, type OpenEngine, openEngine, START } from '../support/engines.ts'
import { accept, handOver, send, WayHome } from '../support/way-home.ts'

const nobody = '' as OfficeId

describe.each(engineKinds)('files kept in memory on %s', (kind) => {
  let open: OpenEngine
  let way: WayHome
  beforeAll(async () => {
    open = await openEngine(kind)
    way = await WayHome.open(open.engine)
    way.clock.set(START)
  })
  afterAll(() => open.close())

  const afresh = async (id: string) =>
    (await loadFiles({ ...way.service, files: new FileCache() }, [id as CaseId], nobody))[0]?.file
  const kept = async (id: string) => (await loadFiles(way.service, [id as CaseId], nobody))[0]?.file

  test('are what the store would give', async () => {
    const id = await send(way, 'CN', 'VN')
    expect(await kept(id)).toEqual(await afresh(id))
    await way.must('acknowledgeRequest', way.officer('VN', 'focal'), id)
    const questions = ['nationality-document-held', 'forms-of-exploitation']
    await way.must('returnForInformation', way.officer('VN', 'focal'), id, { reason: 'incomplete', questions })
    const answers = [
      { question: questions[0], yes: true },
      { question: questions[1], codes: ['forced-labour'] },
    ]
    await way.must('answerQuestions', way.officer('CN', 'liaison'), id, { answers })
    expect(await kept(id)).toEqual(await afresh(id))
    const other = await send(way, 'CN', 'VN')
    await accept(way, 'CN', 'VN', other)
    await handOver(way, 'CN', 'VN', other, 'adultFemale')
    expect(await kept(other)).toEqual(await afresh(other))
  })

  test('are never older than what another process has written', async () => {
    const id = await send(way, 'TH', 'LA')
    const other = await WayHome.open(open.engine)
    other.clock.set(way.clock.now())
    expect((await kept(id))?.version).toBe(4)
    await other.must('acknowledgeRequest', other.officer('LA', 'focal'), id)
    expect((await kept(id))?.version).toBe(5)
    expect(await kept(id)).toEqual(await afresh(id))
  })
})
