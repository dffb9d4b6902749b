import { setImmediate as turn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { markOf, setMark } from '../../db/mark-queries.ts'
import { storeOnDisk } from '../support/store-files.ts'

async function openStore() {
  const store = await storeOnDisk('sqlite')
  onTestFinished(() => store.close())
  return store
}

test('a commit waits for another process that writes, and nobody’s reads wait with it', async () => {
  const { engine, url } = await openStore()
  const other = new Database(url.replace('file:', ''))
  onTestFinished(() => void other.close())
  other.exec('begin immediate')
  let isWritten = false
  const written = setMark(engine, 'first', 'one').then(() => {
    isWritten = true
  })
  // It is tried after two turns of the loop.
  for (let turns = 0; turns < 5; turns += 1) await turn()
  expect(await markOf(engine, 'first')).toBeNull()
  expect(isWritten).toBe(false)
  other.exec('commit')
  await written
  expect(await markOf(engine, 'first')).toBe('one')
})

test('what is committed while the files are written anew waits, and is lost no more than anything else', async () => {
  const { engine } = await openStore()
  const names = Array.from({ length: 20 }, (_, place) => `mark ${place}`)
  const ended: string[] = []
  const purging = engine.purge().then((isDone) => {
    ended.push('purge')
    return isDone
  })
  await Promise.all([
    purging,
    ...names.map((name) => setMark(engine, name, 'kept').then(() => ended.push(name))),
    // Reads go on.
    markOf(engine, 'demo').then(() => ended.push('read')),
  ])
  expect(await purging).toBe(true)
  expect(ended[0]).toBe('read')
  for (const name of names) expect(await markOf(engine, name)).toBe('kept')
})

test('files that another process is writing are left for later', async () => {
  const { engine, url } = await openStore()
  const other = new Database(url.replace('file:', ''))
  onTestFinished(() => void other.close())
  other.exec('begin immediate')
  expect(await engine.purge()).toBe(false)
  other.exec('commit')
  expect(await engine.purge()).toBe(true)
})
