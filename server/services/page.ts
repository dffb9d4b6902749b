/** One page of a list, and whether another follows. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly hasNext: boolean
}

/** A page from rows of which one more than `first` was read, where there was one. */
export const pageOf = <T>(rows: readonly T[], first: number): Page<T> => ({
  rows: rows.slice(0, first),
  hasNext: rows.length > first,
})

/** A page of what `keep` leaves of the rows that `read` finds after a key, at most `limit`: read on until it is full. */
export async function fillPage<Key, Row extends Key, T>(
  after: Key | null,
  first: number,
  read: (after: Key | null, limit: number) => Promise<readonly Row[]>,
  keep: (rows: readonly Row[]) => Promise<readonly T[]> | readonly T[],
): Promise<Page<T>> {
  const kept: T[] = []
  for (let from = after; ; ) {
    const rows = await read(from, first + 1)
    kept.push(...(await keep(rows)))
    from = rows.at(-1) ?? null
    if (kept.length > first || rows.length <= first || from === null) return pageOf(kept, first)
  }
}
