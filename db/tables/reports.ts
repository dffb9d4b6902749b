import type { Vocabulary } from '../columns.ts'

/** Reports beside their entries in the registers: what they say, what is being made of them, what was released. */
export const reportTables = (c: Vocabulary) => {
  /** Frozen figures, and content as it was published: permanent. */
  const reportContents = c.table(
    'report_contents',
    {
      report: c.id('report_id').notNull(),
      /** `figures` or `published`. */
      what: c.code('what').notNull(),
      content: c.json('content').notNull(),
    },
    (t) => [c.primaryKey({ name: 'report_contents_key', columns: [t.report, t.what] })],
  )
  /** Figures and files that are to be made; the row goes when they are made, failed or given up. */
  const reportJobs = c.table('report_jobs', {
    /** Of the report, or of the file. */
    id: c.id('id').primaryKey(),
    /** `report` or `reportFile`: the kind of its entry in the registers. */
    kind: c.code('kind').notNull(),
    report: c.id('report_id').notNull(),
    office: c.id('office_id').notNull(),
    /** How often it was taken up. */
    attempt: c.count('attempt').notNull(),
    stage: c.code('stage').notNull(),
    percent: c.count('percent').notNull(),
    /** Until when whoever took it up has it for itself; null while it waits. */
    heldUntil: c.instant('held_until'),
    askedAt: c.instant('asked_at').notNull(),
  })
  /** Whole files, in base64: none is half there. */
  const reportFiles = c.table('report_files', {
    id: c.id('id').primaryKey(),
    bytes: c.label('bytes').notNull(),
  })
  /** Everything that was ever released, with its true counts and numbered: of two at one moment the second is reckoned anew. */
  const releases = c.table(
    'releases',
    {
      number: c.count('number').notNull(),
      report: c.id('report_id').notNull(),
      content: c.json('content').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'releases_key', columns: [t.number] })],
  )
  return { reportContents, reportJobs, reportFiles, releases }
}
