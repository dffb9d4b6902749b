import { createRequire } from 'node:module'

/**
 * Drizzle through its CommonJS build. As ES modules, Node reads drizzle's own package.json (180 KB) anew for each of its
 * hundreds of files: that cost 0.8 s and 200 MB at every start (measured 2026-11-25); this costs 0.15 s and 25 MB.
 */
export const load = createRequire(import.meta.url)

export const {
  and,
  asc,
  desc,
  eq,
  fillPlaceholders,
  getTableName,
  gt,
  gte,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  or,
  sql,
} = load('drizzle-orm') as typeof import('drizzle-orm')
