import type { Dimensions } from '../categories.ts'
import { onlyOn } from '../categories.ts'
import type { Where } from '../cell.ts'
import type { LinkedCell } from '../linked-cells.ts'

/** Cells of one measure that can say something of each other, by their places. */
export interface Group {
  readonly places: readonly number[]
  /** The widest categories that hold of all of them: their year. */
  readonly common: Where
  /** Whether what they count only grows. */
  readonly grows: boolean
}

export function groupsOf(dimensions: Dimensions, cells: readonly LinkedCell[]): readonly Group[] {
  const byMeasure = Map.groupBy(cells.keys(), (place) => cells[place]?.measure.name)
  return [...byMeasure.values()].flatMap((places) => {
    const wheres = places.map((place) => (cells[place] as LinkedCell).ref.where)
    const inAll = new Set(
      Object.keys(wheres[0] ?? {}).filter(
        (name) => !dimensions.get(name)?.overlapping && wheres.every((where) => name in where),
      ),
    )
    const commonOf = (place: number): Where =>
      Object.fromEntries(
        Object.entries(onlyOn((cells[place] as LinkedCell).ref.where, inAll)).map(([name, category]) => [
          name,
          widest(dimensions, name, category),
        ]),
      )
    return [...Map.groupBy(places, (place) => JSON.stringify(commonOf(place))).values()].map((own) => ({
      places: own,
      common: commonOf(own[0] as number),
      grows: cells[own[0] as number]?.measure.cumulative === true,
    }))
  })
}

function widest(dimensions: Dimensions, name: string, category: string): string {
  const wider = dimensions.get(name)?.within?.[category]
  return wider === undefined ? category : widest(dimensions, name, wider)
}
