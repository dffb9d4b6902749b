import type { ReportContent } from '../server/domain/reports/report.ts'
import type { MadeFigures } from '../server/domain/reports/report-material.ts'
import { and, eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

type What = 'figures' | 'published'

const contentOf = statement(({ q, t }) =>
  q
    .select({ content: t.reportContents.content })
    .from(t.reportContents)
    .where(and(eq(t.reportContents.report, param('report')), eq(t.reportContents.what, param('what')))),
)
const insertContent = statement(({ q, t }) =>
  q.insert(t.reportContents).values({ report: param('report'), what: param('what'), content: param('content') }),
)
const bytesOf = statement(({ q, t }) =>
  q
    .select({ bytes: t.reportFiles.bytes })
    .from(t.reportFiles)
    .where(eq(t.reportFiles.id, param('id'))),
)
const insertFile = statement(({ q, t }) => q.insert(t.reportFiles).values({ id: param('id'), bytes: param('bytes') }))

async function stored<T>(engine: Engine, report: string, what: What): Promise<T | null> {
  const [row] = await engine.all(contentOf, { report, what })
  return row ? (JSON.parse(row.content) as T) : null
}

/** The frozen figures of a report; null until they are made. */
export const madeFigures = (engine: Engine, report: string): Promise<MadeFigures | null> =>
  stored(engine, report, 'figures')

/** What a report says since it was published; null before. */
export const publishedContent = (engine: Engine, report: string): Promise<ReportContent | null> =>
  stored(engine, report, 'published')

export const contentWrite = (report: string, what: What, content: string): Write => ({
  statement: insertContent,
  params: { report, what, content },
})

/** A file as it was made; null where it was not. */
export async function fileBytes(engine: Engine, id: string): Promise<Buffer | null> {
  const [row] = await engine.all(bytesOf, { id })
  return row ? Buffer.from(row.bytes, 'base64') : null
}

export const fileWrite = (id: string, bytes: Uint8Array): Write => ({
  statement: insertFile,
  params: { id, bytes: Buffer.from(bytes).toString('base64') },
})
