import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './index.ts'

/** Writes the public contract anew, sorted (`npm run schema:print`). */
const target = new URL('schema.graphql', import.meta.url)
writeFileSync(target, `${printSchema(lexicographicSortSchema(schema))}\n`)
