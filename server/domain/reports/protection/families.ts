import type { CountTable } from './count-table.ts'
import type { Request } from './protect.ts'

/** What is asked of measures that nobody can set in relation to others: each is protected by itself. */
export function familiesOf(request: Request): readonly Request[] {
  const shares = request.shares ?? []
  const names = new Set(request.tables.map(({ measure }) => measure.name))
  const families: (readonly string[])[] = []
  while (names.size > 0) {
    const family = new Set([...names].slice(0, 1))
    for (const name of family)
      for (const { part, whole } of shares) {
        if (part === name) family.add(whole)
        if (whole === name) family.add(part)
      }
    for (const name of family) names.delete(name)
    families.push([...family])
  }
  return families.map((family) => {
    const isOwn = ({ measure }: CountTable) => family.includes(measure.name)
    return {
      ...request,
      tables: request.tables.filter(isOwn),
      earlier: request.earlier.map((release) => ({ ...release, tables: release.tables.filter(isOwn) })),
      shares: shares.filter(({ part }) => family.includes(part)),
    }
  })
}
