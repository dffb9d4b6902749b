import { requestError } from '../request-error.ts'

/** A cursor of lists by time: an instant, then an id. */
export const timeKey = (at: string, id: string): string => `${at} ${id}`

export function readTimeKey(cursor: string | null): { readonly at: never; readonly id: never } | null {
  if (cursor === null) return null
  const [at, id, ...more] = cursor.split(' ')
  if (!at || !id || more.length > 0) throw requestError('CURSOR_INVALID')
  return { at: at as never, id: id as never }
}
