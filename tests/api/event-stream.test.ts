import fastify from 'fastify'
import type { ExecutionResult } from 'graphql'
import { expect, onTestFinished, test } from 'vitest'
import { sendEvents } from '../../server/http/event-stream.ts'
import { LiveStream } from '../../server/services/live-stream.ts'
import type { Account } from '../../server/services/sign-in.ts'
import { Listener } from '../support/listener.ts'

const speaker = { language: 'en', offsetMinutes: 0 } as const
const by = { office: 'la-lwu', role: 'welfare' } as Account

/** A service that answers with these results, on a real socket, with times of its own. */
async function served(
  results: (stream: LiveStream) => AsyncIterable<ExecutionResult>,
  times: { aliveMs: number; stallMs: number },
) {
  const app = fastify()
  const stream = new LiveStream(by, 'key', true, null, true, () => {})
  stream.take([], 7)
  const done = new Promise<void>((resolve) => {
    app.post('/graphql', async (_request, reply) => {
      await sendEvents(
        reply,
        results(stream),
        stream,
        { speaker, requestId: 'one', account: null, fictitious: true },
        times,
      )
      resolve()
      return reply
    })
  })
  onTestFinished(() => app.close())
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stream, done, app }
}

/** More than the sockets of both ends hold. */
const endless = (made: { count: number }) =>
  async function* (): AsyncGenerator<ExecutionResult> {
    for (;;) {
      made.count += 1
      yield { data: { text: 'x'.repeat(100_000) } }
    }
  }

test('where nothing happens it says that it is there, and moves the place on', async () => {
  const quiet = async function* (stream: LiveStream): AsyncGenerator<ExecutionResult> {
    while (await stream.next()) yield { data: {} }
  }
  const { url, stream } = await served(quiet, { aliveMs: 20, stallMs: 1000 })
  const one = await Listener.open(url, 'nobody')
  await one.signs(4)
  expect(one.lastId).toMatch(/^7-/)
  stream.take([], 9)
  await one.signs(one.alive + 2)
  expect(one.lastId).toMatch(/^9-/)
  stream.end('stopped')
  await one.ended
})

test('for a reader who reads nothing no more is made; who reads again in time reads why it ended', async () => {
  const made = { count: 0 }
  const { url, stream } = await served(endless(made), { aliveMs: 20, stallMs: 2000 })
  const one = await Listener.open(url, 'nobody')
  one.pause()
  await expect.poll(() => stream.ended, { timeout: 20_000 }).toBe('slow')
  // What the sockets of both ends hold, and not a stream without an end.
  expect(made.count).toBeLessThan(200)
  one.resume()
  await one.ended
  const heard = []
  for (let count = 0; count < made.count; count += 1) heard.push(await one.next())
  expect(heard.every(({ data }) => data.data.text.length === 100_000)).toBe(true)
  const { id, data } = await one.next()
  expect([id, data.errors[0].extensions]).toEqual([null, { code: 'STREAM_TOO_SLOW', seconds: 2 }])
  expect(data.errors[0].message).toMatch(/not read for 2 seconds/)
  await expect(one.next()).rejects.toThrow('nothing more comes')
})

test('who never reads again is dropped, and holds up no end of the service', async () => {
  const made = { count: 0 }
  const { url, stream, done, app } = await served(endless(made), { aliveMs: 20, stallMs: 60_000 })
  const one = await Listener.open(url, 'nobody')
  one.pause()
  let before = 0
  const isStuck = () => {
    const is = made.count > 0 && made.count === before
    before = made.count
    return is
  }
  await expect.poll(isStuck, { timeout: 20_000, interval: 200 }).toBe(true)
  stream.end('stopped')
  await done
  await app.close()
  one.resume()
  await expect(one.ended).rejects.toThrow()
})

test('what was read before a key was revoked, and not told yet, is not told', async () => {
  const late = async function* (stream: LiveStream): AsyncGenerator<ExecutionResult> {
    yield { data: { first: 1 } }
    stream.end('signed-out')
    yield { data: { late: 1 } }
  }
  const { url } = await served(late, { aliveMs: 1000, stallMs: 1000 })
  const one = await Listener.open(url, 'nobody')
  expect((await one.next()).data).toEqual({ data: { first: 1 } })
  expect((await one.next()).data.errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' })
  expect((await one.next()).event).toBe('complete')
})

test('an unexpected failure is one neutral sentence', async () => {
  const failing = async function* (): AsyncGenerator<ExecutionResult> {
    yield { data: { first: 1 } }
    throw new Error('a secret of the store')
  }
  const { url } = await served(failing, { aliveMs: 1000, stallMs: 1000 })
  const one = await Listener.open(url, 'nobody')
  await one.next()
  const { data } = await one.next()
  expect(data.errors[0].extensions).toEqual({ code: 'UNEXPECTED', requestId: 'one' })
  expect(JSON.stringify(data)).not.toMatch(/secret/)
})

test('what could not be told has no id, and ends the stream without a word that it is complete', async () => {
  const failing = async function* (): AsyncGenerator<ExecutionResult> {
    yield { data: { first: 1 } }
    yield { errors: [{ message: 'x', extensions: { code: 'READ_NOT_LOGGED' } } as never], data: null }
    yield { data: { never: 1 } }
  }
  const { url } = await served(failing, { aliveMs: 1000, stallMs: 1000 })
  const one = await Listener.open(url, 'nobody')
  expect(await one.next()).toMatchObject({ id: expect.stringMatching(/^0-/), data: { data: { first: 1 } } })
  const { id, data } = await one.next()
  expect([id, data.errors[0].extensions.code]).toEqual([null, 'READ_NOT_LOGGED'])
  expect(data.errors[0].message).toMatch(/write down who reads/)
  await expect(one.next()).rejects.toThrow('nothing more comes')
})
