import pg from 'pg'
import type { Hearing } from '../../engine.ts'

const CHANNEL = 'work_changed'
/** After how long a lost connection is opened again: twice as long each time, up to the most. */
const [FIRST_MS, MOST_MS] = [50, 5000]

/**
 * Tells by NOTIFY, after the commit and not within it: commits that notify wait for each other. One at a time; what is
 * told meanwhile is told once.
 */
export function tellPostgres(pool: pg.Pool): () => void {
  let [telling, again] = [false, false]
  const tell = () => {
    again = telling
    if (telling) return
    telling = true
    // Who is not reached hears when it looks the next time.
    pool
      .query('select pg_notify($1, $2)', [CHANNEL, ''])
      .catch(() => {})
      .finally(() => {
        telling = false
        if (again) tell()
      })
  }
  return tell
}

/** Hears by LISTEN, on a connection of its own, which is opened again whenever it is lost. */
export function hearPostgres(url: string, heard: () => void): Hearing {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let [isClosed, wait] = [false, FIRST_MS]

  async function open(): Promise<void> {
    const own = new pg.Client({ connectionString: url, keepAlive: true })
    client = own
    const lost = () => {
      if (client !== own) return
      client = null
      own.end().catch(() => {})
      if (isClosed) return
      timer = setTimeout(() => void open(), wait).unref()
      wait = Math.min(2 * wait, MOST_MS)
    }
    own.on('error', lost).on('end', lost).on('notification', heard)
    try {
      await own.connect()
      await own.query(`LISTEN ${CHANNEL}`)
      wait = FIRST_MS
      // What was told while nobody heard it.
      if (!isClosed) heard()
    } catch {
      lost()
    }
  }

  const opened = open()
  return {
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      await opened
      await client?.end().catch(() => {})
    },
  }
}
