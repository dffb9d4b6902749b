import { expect } from 'vitest'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { Officer } from './step-by-step.ts'
import { difference, entriesOf, type Held, mentions, namesOf, toldAbout, toldInLists, withoutNames } from './told.ts'
import type { WayOverHttp } from './way-over-http.ts'

/** One of several cases that went the same way at the same moments: only what ends it differs. */
export interface Twin extends Held {
  readonly why: string
  /** Its ids, reference and receipts. */
  names: ReadonlyMap<string, string>
}

/** Cases that one side must not be able to tell apart. `own`: who sees all of them, of the side that can. */
export class Twins {
  readonly way: WayOverHttp
  readonly all: readonly Twin[]
  readonly own: Officer
  constructor(way: WayOverHttp, all: readonly Twin[], own: Officer) {
    this.way = way
    this.all = all
    this.own = own
  }

  /** What is answered about each of them, less its names. */
  async each(ask: (twin: Twin) => Promise<string>): Promise<readonly string[]> {
    const [country, role] = this.own
    const key = await this.way.key(country, role)
    const told: string[] = []
    for (const twin of this.all) {
      twin.names = await namesOf(this.way.api, key, twin.caseId)
      told.push(withoutNames(await ask(twin), twin.names))
    }
    return told
  }

  /** Every twin gives the first one's answer, to the byte; that answer. */
  async alike(who: string, ask: (twin: Twin) => Promise<string>): Promise<string> {
    const [first = '', ...others] = await this.each(ask)
    for (const [place, other] of others.entries())
      expect(difference(first, other), `${who}: ${this.all[place + 1]?.why}`).toBe('')
    return first
  }

  /** Every field about each of them, and every list, as these officers get them. */
  async alikeTo(officers: readonly Officer[], languages: readonly Language[]): Promise<void> {
    for (const [country, role, office] of officers) {
      const key = await this.way.key(country, role, office)
      await this.alike(role, (twin) => toldAbout(this.way.api, key, twin, languages))
      await this.alikeInLists(role, key, languages)
    }
  }

  /** In lists too every twin has the same entries, and entries that are alike stand in the order of the ids alone. */
  async alikeInLists(who: string, key: string, languages: readonly Language[]): Promise<void> {
    for (const [list, answers] of await toldInLists(this.way.api, key, languages)) {
      const entries = new Map(this.all.map((twin) => [twin, [] as string[]]))
      const owners = new Map<string, string[]>()
      for (const entry of entriesOf(answers)) {
        const twin = this.all.find(({ names }) => mentions(entry, names))
        if (!twin) continue
        const told = withoutNames(entry, twin.names)
        entries.get(twin)?.push(told)
        owners.set(told, [...(owners.get(told) ?? []), Buffer.from(twin.caseId, 'base64url').toString()])
      }
      const [first = '', ...others] = [...entries.values()].map((all) => all.join('\n'))
      for (const [place, other] of others.entries())
        expect(difference(first, other), `${list} of ${who}: ${this.all[place + 1]?.why}`).toBe('')
      for (const order of owners.values()) {
        const byIds = order.toSorted()
        expect([byIds, byIds.toReversed()], `${list} of ${who}`).toContainEqual(order)
      }
    }
  }
}
