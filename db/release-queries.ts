import type { Instant } from '../server/domain/kernel/instant.ts'
import type { Release } from '../server/domain/reports/protection/releases.ts'
import { asc } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const all = statement(({ q, t }) =>
  q.select({ content: t.releases.content }).from(t.releases).orderBy(asc(t.releases.number)),
)
const insertRelease = statement(({ q, t }) =>
  q
    .insert(t.releases)
    .values({ number: param('number'), report: param('report'), content: param('content'), at: param('at') })
    // Somebody released something meanwhile: reckoned anew.
    .onConflictDoNothing(),
)

/**
 * Everything released so far, in order, as it is kept: for disclosure control alone, never for a reader. It grows with
 * every report, so it is read where nobody waits (`releaseOf`).
 */
export async function releasesSoFar(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.all(all, {})
  return rows.map(({ content }) => content)
}

/** The next release after so many; refused where another came in between. */
export const releaseWrite = (before: number, report: string, release: Release, at: Instant): Write => ({
  statement: insertRelease,
  params: { number: before + 1, report, content: JSON.stringify(release), at },
  unless: { rows: 1, refused: 'conflict' },
})
