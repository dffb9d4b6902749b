import { type Corridor, type CountryCode, countryCodes } from '../domain/kernel/country.ts'
import { addDays, type Day, HOUR, type Instant, plus } from '../domain/kernel/instant.ts'
import type { World } from '../domain/world.ts'
import { type BranchName, branches } from './branches.ts'
import { offTheWay } from './off-the-way.ts'
import { profileOf } from './profile.ts'
import { Seeded } from './seeded.ts'
import { stageWays } from './stage-ways.ts'
import type { Entered } from './turn.ts'
import type { Days, Way } from './way.ts'

/** What shall become of one fictitious case. */
export interface Plan extends Corridor {
  readonly number: number
  readonly name: BranchName | keyof typeof stageWays
  readonly way: Way
  readonly child: boolean
  readonly begins: Instant
  /** The first day on which its handover may be; null where it shall be as soon as possible. */
  readonly meetsFrom: Day | null
  readonly profile: Entered
  readonly followUp: boolean
  /** Whether it is returned for information once on its way. */
  readonly asked: boolean
  /** Other cases on its handover list, by number; this one acts for all of them. */
  readonly alongside: readonly number[]
  /** The earlier case of the same person, by number. */
  readonly earlier: number | null
}

const corridors: readonly Corridor[] = countryCodes.flatMap((requestingCountry) =>
  countryCodes.flatMap((countryOfReturn) =>
    requestingCountry === countryOfReturn ? [] : [{ requestingCountry, countryOfReturn }],
  ),
)
const stages = Object.keys(stageWays) as (keyof typeof stageWays)[]

/** One ordinary case in nine lies with a slow office, three to five weeks longer than it should. */
const isLeftLying = ({ until, meets }: Way, number: number): boolean =>
  !meets && until !== 'RECEIVED' && number % 9 === 4
const LYING: Days = [24, 40]

/** A case before it has its number: the corridor, the way, and how it hangs together with the ones before it. */
interface Sketch {
  readonly name: Plan['name']
  readonly way: Way
  readonly corridor: Corridor
  /** How many of the sketches just before it are on its list. */
  readonly listed?: number
  readonly isSecond?: boolean
}

/** The cases of the demo: every branch, then every corridor at every stage, one in five a child. All invented. */
export function planCases(world: World, start: Instant, count: number): readonly Plan[] {
  const special = Object.entries(offTheWay).flatMap(([name, given]) =>
    given.flatMap((corridor) => sketchesOf(name as BranchName, corridorOf(corridor))),
  )
  const ordinary = Array.from({ length: Math.max(0, count - special.length) }, (_unused, number): Sketch => {
    const stage = stages[(number + Math.floor(number / corridors.length)) % stages.length] ?? 'DRAFT'
    return { name: stage, way: stageWays[stage], corridor: corridors[number % corridors.length] as Corridor }
  })
  return [...special, ...ordinary].slice(0, count).map((sketch, number) => planOf(world, start, sketch, number))
}

/** A branch, with the other persons on its list, or the earlier case of the same person, before it. */
function sketchesOf(name: BranchName, corridor: Corridor): readonly Sketch[] {
  const way: Way = branches[name]
  const listed = way.alongside ?? 0
  const others = Array.from({ length: listed }, (): Sketch => ({ name: 'on-a-list', way: besides(way), corridor }))
  const earlier: readonly Sketch[] = way.isSecond ? [{ name: 'CLOSED', way: stageWays.CLOSED, corridor }] : []
  return [...others, ...earlier, { name, way, corridor, listed, isSecond: way.isSecond === true }]
}

/** Who stands on a list begins some days before the one that acts for it. */
const besides = ({ begins }: Way): Way => ({ ...branches['on-a-list'], begins: [begins[0] + 3, begins[1] + 4] })

function planOf(world: World, start: Instant, { name, way, corridor, listed, isSecond }: Sketch, number: number): Plan {
  const earlier = isSecond ? number - 1 : null
  const chance = new Seeded((earlier ?? number) + 1)
  const within = ([least, most]: Days) => least + chance.below(most - least + 1)
  const child = way.child ?? (earlier ?? number) % 5 === 0
  const profile = { ...profileOf(world, child, chance), ...way.profile }
  const lies = name in stageWays && isLeftLying(way, number)
  const daysBefore = Math.min(59, within(way.begins) + (lies ? within(LYING) : 0))
  return {
    ...corridor,
    number,
    name,
    way,
    child,
    begins: plus(start, -(daysBefore * 24 + 1 - (number % 6)) * HOUR),
    meetsFrom: way.meets ? addDays(start.slice(0, 10) as Day, within(way.meets)) : null,
    profile,
    followUp: number % 7 !== 0 || way.turns?.some(({ action }) => action === 'recordFollowUp') === true,
    asked: name in stageWays && number % 4 === 1,
    alongside: Array.from({ length: listed ?? 0 }, (_unused, position) => number - 1 - position),
    earlier,
  }
}

const corridorOf = (name: string): Corridor => {
  const [requestingCountry, countryOfReturn] = name.split('-') as [CountryCode, CountryCode]
  return { requestingCountry, countryOfReturn }
}
