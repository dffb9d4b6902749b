import pg from 'pg'

/** Samples that the planner keeps of columns: copies of values. */
const SAMPLES = 'pg_catalog.pg_statistic'

/**
 * Writes tables anew. Plain VACUUM only forgets where the rows lay: their bytes stay in the pages. The planner’s samples are
 * taken anew, and their own table written anew.
 */
export async function purgePostgres(pool: pg.Pool, tables: readonly string[]): Promise<true> {
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
    for (const table of tables) await vacuum('FULL, ANALYZE', pg.escapeIdentifier(table))
    await vacuum('FULL', SAMPLES)
    return true
  } finally {
    client.off('notice', warned)
    client.release()
  }
}
