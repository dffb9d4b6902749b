import pg from 'pg'

/** Samples that the planner keeps of columns: copies of values. */
const SAMPLES = 'pg_catalog.pg_statistic'

/** Ten seconds: somebody reads for longer then, and the purge is tried again later. */
const LOOKS = 100

/**
 * Whether nobody reads what was there before any more: VACUUM keeps for older transactions what is dead. Mostly it is the
 * server's own ANALYZE, which is over in a moment, or a transaction between two statements, which holds its number alone.
 */
async function nobodyReadsOlder(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query('select pg_current_xact_id()::xid::text as now')
  for (let look = 0; look < LOOKS; look += 1) {
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity, pg_sleep(0.1) where datname = current_database() and pid <> pg_backend_pid()
       and greatest(age(backend_xid), age(backend_xmin)) > age($1::xid) limit 1`,
      [rows[0].now],
    )
    if (rowCount === 0) return true
  }
  return false
}

/** What PostgreSQL calls a value of which a part is missing. */
const DATA_CORRUPTED = 'XX001'

/** ANALYZE leaves the samples of a table that became empty as they were, so they are thrown away first. */
const CLEAR_SAMPLES = `select pg_clear_attribute_stats('public', $1, attname::text, false) from pg_attribute
  where attrelid = to_regclass($2) and attnum > 0 and not attisdropped`

/**
 * Writes tables anew. Plain VACUUM only forgets where the rows lay: their bytes stay in the pages. The planner’s samples are
 * taken anew, and their own table written anew. False where somebody still reads what was erased.
 */
export async function purgePostgres(pool: pg.Pool, tables: readonly string[]): Promise<boolean> {
  const client = await pool.connect()
  const skipped: string[] = []
  // What this role may not vacuum, PostgreSQL passes over with a warning.
  const warned = ({ severity, message }: { severity?: string | undefined; message?: string | undefined }) => {
    if (severity === 'WARNING') skipped.push(message ?? 'a table was passed over')
  }
  client.on('notice', warned)
  const vacuum = async (options: string, table: string) => {
    await client.query(`VACUUM (${options}) ${table}`)
    if (skipped.length > 0) throw new Error(`erased bytes stay in the files: ${skipped.join('; ')}`)
  }
  // Parts of a sample that was just replaced can go to autovacuum before the sample itself: a moment later both are gone.
  const writeSamples = () =>
    vacuum('FULL', SAMPLES).catch(async (error: { readonly code?: string }) => {
      if (error.code !== DATA_CORRUPTED) throw error
      await client.query('select pg_sleep(1)')
      await vacuum('FULL', SAMPLES)
    })
  try {
    // First the one that needs the owner of the database: what is not permitted costs nobody a wait.
    await writeSamples()
    if (!(await nobodyReadsOlder(client))) return false
    for (const table of tables) {
      const named = pg.escapeIdentifier(table)
      await client.query(CLEAR_SAMPLES, [table, named])
      await vacuum('FULL, ANALYZE', named)
    }
    if (!(await nobodyReadsOlder(client))) return false
    await writeSamples()
    return true
  } finally {
    client.off('notice', warned)
    client.release()
  }
}
