import { once } from 'node:events'
import { createServer } from 'node:http'
import { acknowledgements } from './floor-acknowledge.ts'
import { files } from './floor-file.ts'
import { queues } from './floor-queue.ts'
import { openFloor } from './floor-store.ts'

// The floor: node:http, prepared better-sqlite3 statements and JSON.stringify on the service's own tables. No access
// rules, no procedure engine, no GraphQL, no log. It answers the three questions alike to the letter and no others.

const floor = await openFloor(String(process.env['DATABASE_URL']).slice('file:'.length))
const routes: Readonly<Record<string, (asked: never) => object>> = {
  '/queue': queues(floor),
  '/file': files(floor),
  '/acknowledge': acknowledgements(floor),
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const answer = routes[request.url ?? '']
    if (!answer) return response.writeHead(404).end()
    const text = JSON.stringify({ data: answer(JSON.parse(Buffer.concat(parts).toString('utf8')) as never) })
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }
    return response.writeHead(200, headers).end(text)
  })
})
// As long as the service keeps a connection.
server.keepAliveTimeout = 72_000
server.listen(Number(process.env['PORT']), '127.0.0.1')
await once(process, 'SIGTERM')
server.close()
server.closeAllConnections()
floor.database.close()
