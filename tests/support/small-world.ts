import type { Actor } from '../../server/domain/cases/actor.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { at, familyWork, nobody, send, type WayHome } from './way-home.ts'

type Pair = readonly [from: CountryCode, to: CountryCode]
const child = { guardian: 'given', childView: 'wishes-to-return' }

/** Persons who are alike; what is not said is as in `profile`: a woman, forced labour, fishing. */
const groups = {
  A: { pair: ['TH', 'LA'], told: {} },
  B: { pair: ['TH', 'LA'], told: { sex: 'male', exploitation: ['forced-labour', 'debt-bondage'] } },
  C: { pair: ['TH', 'KH'], told: { exploitation: ['sexual-exploitation'], sector: 'domestic-work' } },
  D: {
    pair: ['CN', 'VN'],
    told: { ageBand: 'age-15-17', exploitation: ['forced-marriage'], sector: null },
    consent: child,
  },
  E: {
    pair: ['MM', 'TH'],
    told: { ageBand: 'age-12-14', sex: 'male', exploitation: ['child-labour'], sector: 'construction' },
    consent: child,
  },
  F: { pair: ['TH', 'LA'], told: {} },
  G: { pair: ['TH', 'LA'], told: {} },
  L: { pair: ['TH', 'LA'], told: {} },
  N: { pair: ['TH', 'LA'], told: {}, consent: { statistics: 'refused' } },
} as const satisfies Record<string, { pair: Pair; told: object; consent?: object }>
type Group = keyof typeof groups
/** `A1`, `A2`, … */
export type Person = `${Group}${number}`

/** Cases by their names, and acts on some of them at once. */
export class SmallWorld {
  readonly way: WayHome
  readonly #ids = new Map<string, string>()
  constructor(way: WayHome) {
    this.way = way
  }
  id(person: Person): string {
    const id = this.#ids.get(person)
    if (!id) throw new Error(`${person} was not sent`)
    return id
  }
  at(instant: string): void {
    this.way.clock.set(at(instant))
  }
  /** Requests for so many of a group. */
  async send(group: Group, number: number): Promise<void> {
    const { pair, told, ...more } = groups[group]
    const [from, to]: Pair = pair
    for (let one = 1; one <= number; one += 1)
      this.#ids.set(`${group}${one}`, await send(this.way, from, to, told, 'consent' in more ? more.consent : {}))
  }
  /** The same act for all of them, by the officer of their country. */
  async each(
    persons: readonly Person[],
    side: 'requesting' | 'return',
    role: Role,
    name: ActionName,
    input = {},
  ): Promise<void> {
    for (const person of persons) await this.way.must(name, this.officer(person, side, role), this.id(person), input)
  }
  officer(person: Person, side: 'requesting' | 'return', role: Role): Actor {
    const [from, to]: Pair = groups[person.charAt(0) as Group].pair
    return this.way.officer(side === 'requesting' ? from : to, role)
  }
  /** Women who go from Thailand to Lao PDR on one list, handed over at 3:05 on the day; received at this instant. */
  async bringHome(persons: readonly Person[], day: string, received: string): Promise<void> {
    const { way } = this
    const crossing = [...way.service.world.crossings.values()].find(({ posts }) => posts.TH && posts.LA)
    if (!crossing) throw new Error('no crossing')
    const [liaison, focal] = [way.officer('TH', 'liaison'), way.officer('LA', 'focal')]
    const list = {
      caseIds: persons.map((one) => this.id(one)),
      crossing: crossing.id,
      at: `${day}T03:00:00Z`,
      escort: 'none',
      transport: 'ordinary',
      needs: [],
    }
    const handover = await way.must('proposeHandover', liaison, null, list)
    for (const caseId of list.caseIds) await familyWork(way, 'LA', caseId)
    await way.must('confirmHandover', focal, handover)
    this.at(`${day}T01:00:00.000Z`)
    const clear = { consentReconfirmed: true, fitToTravel: true, safeToTravel: true, belongingsReturned: true }
    for (const caseId of list.caseIds) await way.must('recordDepartureCheck', liaison, handover, { caseId, ...clear })
    this.at(`${day}T03:10:00.000Z`)
    const counts = { ...nobody, adultFemale: persons.length }
    const post = (country: 'TH' | 'LA') => way.officer(country, 'post', 1, crossing.posts[country])
    await way.must('recordHandover', post('TH'), handover, { handedOverAt: `${day}T03:05:00Z`, counts })
    this.at(received)
    await way.must('confirmReception', post('LA'), handover, { receivedAt: `${day}T03:08:00Z`, counts })
  }
}

export const persons = (group: Group, first: number, last: number): readonly Person[] =>
  Array.from({ length: last - first + 1 }, (_, place): Person => `${group}${first + place}`)
