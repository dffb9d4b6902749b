import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const example = /```js\n(.*?)```/s.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))?.[1] ?? ''

describe.each(engineKinds)('the example of the README that listens, on %s', (kind) => {
  test('is a program that works as it stands', async () => {
    const api = await Api.open(kind)
    onTestFinished(() => api.close())
    const way = new WayOverHttp(api)
    const url = await api.app.listen({ host: '127.0.0.1', port: 0 })
    const env = { ...process.env, HUB: url, KEY: await way.key('LA', 'focal') }
    const child = spawn(process.execPath, ['--input-type=module', '-e', example], { env })
    onTestFinished(() => void child.kill())
    const lines = createInterface(child.stdout)
    expect(JSON.parse((await once(lines, 'line'))[0])).toEqual({ kind: 'BEGIN', gap: null, caseId: null, items: [] })
    const heard = once(lines, 'line')
    const caseId = await way.send('TH', 'LA')
    const change = JSON.parse((await heard)[0])
    expect([change.kind, change.caseId]).toEqual(['CHANGED', caseId])
    expect(change.items[0].case.reference).toMatch(/^TH-LA-/)
  })
})
