import type { Stage } from '../domain/cases/stage.ts'
import type { CountryCode, Side } from '../domain/kernel/country.ts'
import type { ProblemCode } from '../domain/kernel/problem-codes.ts'
import type { ActName } from '../domain/procedures/action-names.ts'

export type Entered = Readonly<Record<string, unknown>>

/** What an entry may depend on. */
export interface Now {
  /** Local day of who acts. */
  readonly day: string
  readonly instant: string
  /** A case of the story by its name in it; left out: the one that the scene is about. */
  readonly id: (name?: string) => string
  /** Its reference, as the officers who see the case told it. */
  readonly reference: string
  /** Where and when the posts are to meet, once that was proposed. */
  readonly meeting: { readonly at: string; readonly crossing: { readonly id: string } | null } | null
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  /** Whoever acts may look something up first. */
  readonly ask: <T>(query: string, variables?: Entered) => Promise<T>
}

/** One act of a story: who does it, what is entered, and where the case must stand afterwards. */
export interface Scene {
  readonly side: Side
  /** The account after its country: `focal`, `post` (towards the other country), `post-mm` … */
  readonly role: string
  readonly act: ActName
  readonly stage: Stage
  readonly enter: (now: Now) => Entered | Promise<Entered>
  /** Which case of the story. */
  readonly of: string
  /** Days that pass before it. */
  readonly days: number
  /** It must be refused, for this reason, and change nothing. */
  readonly refused: ProblemCode | null
  /** The other side must see that the case does not proceed, and nothing of this act. */
  readonly silent: boolean
  /** A step whose due day must be another one afterwards. */
  readonly moves: string | null
}

export interface Story {
  /** Its title is the sentence `title.<name>` in both countries' languages. */
  readonly name: string
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly scenes: readonly Scene[]
}

const scene =
  (side: Side) =>
  (role: string, act: ActName, stage: Stage, enter: Scene['enter'] = () => ({})): Scene => ({
    side,
    role,
    act,
    stage,
    enter,
    of: 'one',
    days: 0,
    refused: null,
    silent: false,
    moves: null,
  })
export const requesting = scene('requesting')
export const returning = scene('return')

/** The same scenes with another case of the story. */
export const inCase = (name: string, ...scenes: readonly Scene[]): readonly Scene[] =>
  scenes.map((one) => ({ ...one, of: name }))

export const after = (days: number, one: Scene): Scene => ({ ...one, days })
export const refused = (code: ProblemCode, one: Scene): Scene => ({ ...one, refused: code })
export const silent = (one: Scene): Scene => ({ ...one, silent: true })
export const moves = (step: string, one: Scene): Scene => ({ ...one, moves: step })

export const story = (
  name: string,
  requestingCountry: CountryCode,
  countryOfReturn: CountryCode,
  ...scenes: readonly Scene[]
): Story => ({ name, requestingCountry, countryOfReturn, scenes })
