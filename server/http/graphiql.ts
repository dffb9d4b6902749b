import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { FastifyInstance } from 'fastify'

const QUERY = `# Everything here is fictitious. Put a key from demo-keys.json into the headers below:
# { "Authorization": "Bearer <key of th-liaison>" }
query MyWork {
  viewer { account roleLabel office { name } }
  myWork(first: 5) {
    nodes {
      step { label deadline { dueDay explanation } }
      case { id reference version stageLabel }
    }
  }
}
`

/** The demo's query page; it comes from its own package, nothing is loaded from elsewhere. */
export function graphiql(app: FastifyInstance): void {
  const page = renderGraphiQL({
    endpoint: '/graphql',
    title: 'Mekong Liaison (fictitious demo)',
    defaultQuery: QUERY,
    headers: '{ "Authorization": "Bearer " }',
    isHeadersEditorEnabled: true,
  })
  app.get('/graphiql', (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
}
