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
  try {
    // First the one that needs the owner of the database: what is not permitted costs nobody a wait.
    await vacuum('FULL', SAMPLES)
    if (!(await nobodyReadsOlder(client))) return false
    for (const table of tables) await vacuum('FULL, ANALYZE', pg.escapeIdentifier(table))
    if (!(await nobodyReadsOlder(client))) return false
    await vacuum('FULL', SAMPLES)
    return true
  } finally {
    client.off('notice', warned)
    client.release()
  }
}
