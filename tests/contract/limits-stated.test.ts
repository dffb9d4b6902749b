import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import * as limits from '../../server/http/limits.ts'

const { RATE_LIMIT_PER_MINUTE, OVERLOAD_MS } = readConfig({})

/** What is said of each limit, and its code. */
const stated: readonly (readonly [number, string])[] = [
  [limits.BODY_BYTES / 1000, 'BODY_TOO_LARGE'],
  [limits.JSON_DEPTH, 'JSON_TOO_DEEP'],
  [limits.QUERY_TOKENS, 'TOO_MANY_TOKENS'],
  [limits.QUERY_DEPTH, 'QUERY_TOO_DEEP'],
  [limits.QUERY_ALIASES, 'TOO_MANY_ALIASES'],
  [limits.QUERY_FIELDS, 'TOO_MANY_FIELDS'],
  [limits.QUERY_FRAGMENTS, 'TOO_MANY_FRAGMENTS'],
  [limits.QUERY_COST, 'QUERY_TOO_COSTLY'],
  [RATE_LIMIT_PER_MINUTE, 'TOO_MANY_REQUESTS'],
  [limits.ARRIVAL_MS / 1000, 'REQUEST_TIMEOUT'],
  [limits.ANSWER_MS / 1000, 'TIMED_OUT'],
  [OVERLOAD_MS / 1000, 'OVERLOADED'],
]

test.each(stated)('README.md says that the limit is %d for %s', (limit, code) => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const row = new RegExp(`\\| ${limit.toLocaleString('en')}(?: \\w+)*\\s*\\| \`${code}\``)
  expect(readme).toMatch(row)
})
