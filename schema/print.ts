import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './index.ts'

/** The public contract as text, sorted. */
export const printed = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`

// `npm run schema:print`
if (process.argv[1]?.endsWith('print.ts')) writeFileSync(new URL('schema.graphql', import.meta.url), printed())
