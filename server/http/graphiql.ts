import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { FastifyInstance } from 'fastify'
import { PAGE_POLICY } from './security-headers.ts'

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

/**
 * The demo's query page; it comes from its own package, nothing is loaded from elsewhere. The package writes one page with
 * the script in it: they are taken apart, so that the page may run no script but those of this service.
 */
export function graphiql(app: FastifyInstance): void {
  const page = renderGraphiQL({
    endpoint: '/graphql',
    title: 'Mekong Liaison (fictitious demo)',
    defaultQuery: QUERY,
    headers: '{ "Authorization": "Bearer " }',
    isHeadersEditorEnabled: true,
  })
  const [begin, end] = [page.indexOf('<script>'), page.lastIndexOf('</script>')]
  const script = page.slice(begin + '<script>'.length, end)
  const bare = `${page.slice(0, begin)}<script src="/graphiql.js">${page.slice(end)}`
  app.get('/graphiql', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(bare),
  )
  app.get('/graphiql.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script))
}
