import Database from 'better-sqlite3'

/**
 * Holds a file for this process alone, until it is let go or the process ends, however it ends. Null while another holds
 * it. The lock is the one SQLite takes of the machine: Node has none.
 */
export function holdFile(path: string): { readonly release: () => void } | null {
  const database = new Database(path, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { readonly code?: unknown }).code === 'SQLITE_BUSY') return null
    throw error
  }
  return { release: () => void database.close() }
}
