import { type Corridor, type CountryCode, countryOf, otherSide, sides } from '../domain/kernel/country.ts'
import { type CaseInPlay, corridorOf, type Opened, openedBy, see } from './case-in-play.ts'
import { checkAfter, checkRefused, leafOf } from './check.ts'
import { type Client, type Noun, Surprise } from './client.ts'
import type { Countries } from './countries.ts'
import { plusDays, plusHours } from './days.ts'
import { dueDayOf } from './look.ts'
import { HOURS_BEFORE } from './meetings.ts'
import { Narrator } from './narrate.ts'
import { perform } from './perform.ts'
import type { Scene, Story } from './scene.ts'

type Tell = (line: string) => void

/** Plays one story over HTTP; both sides look after every act. Anything not foreseen is a Surprise. */
export async function play(client: Client, countries: Countries, story: Story, tell: Tell): Promise<void> {
  const playing = new Play(client, countries, story, tell)
  await playing.begin()
  for (const scene of story.scenes) {
    await playing.scene(scene)
    tell('')
  }
  playing.end()
}

class Play {
  readonly #client: Client
  readonly #countries: Countries
  readonly #story: Story
  readonly #tell: Tell
  readonly #cases = new Map<string, CaseInPlay>()
  /** The last entry of each register. */
  readonly #made = new Map<string, Noun>()
  #now = ''
  constructor(client: Client, countries: Countries, story: Story, tell: Tell) {
    this.#client = client
    this.#countries = countries
    this.#story = story
    this.#tell = tell
  }

  async begin(): Promise<void> {
    this.#now = (await this.#client.ask<{ viewer: { now: string } }>('operator', '{ viewer { now } }')).viewer.now
    for (const side of sides) (await this.#voice(countryOf(this.#story, side))).title(this.#story.name, this.#story)
    this.#tell('')
  }

  async scene(scene: Scene): Promise<void> {
    const before = await this.#subject(scene)
    const corridor = before ? corridorOf(before) : this.#story
    await this.#wait(scene, corridor, before)
    const country = countryOf(corridor, scene.side)
    const { offsetMinutes } = await this.#countries.of(country)
    const playing = { client: this.#client, corridor, now: this.#now, cases: this.#cases, made: this.#made }
    const done = await perform(playing, scene, offsetMinutes)
    if (scene.refused && before) {
      const message = checkRefused(scene, done, before, await this.#see(scene, before))
      const voice = await this.#voice(country)
      if (this.#cases.size > 1) voice.about(before.own)
      return voice.refused(message)
    }
    const leaf = leafOf(scene, done)
    if (done.noun) this.#made.set(done.field, done.noun)
    const after = await this.#see(scene, openedBy(scene, done, before, corridor))
    await checkAfter(this.#client, scene, before, after)
    await this.#narrate(scene, country, before, after, leaf)
  }

  /** Every case of a story comes to an end. */
  end(): void {
    for (const [name, { own }] of this.#cases)
      if (own.stage !== 'CLOSED') throw new Surprise(`${this.#story.name}: case ${name} ends as ${own.stage}`)
  }

  /** What the scene is about, before it: an act on a list changes other cases too. */
  async #subject(scene: Scene): Promise<CaseInPlay | null> {
    const known = this.#cases.get(scene.of)
    if (!known) return null
    return this.#cases.size > 1 ? this.#see(scene, known) : known
  }

  async #see({ of }: Scene, opened: Opened): Promise<CaseInPlay> {
    const { seen, now } = await see(this.#client, opened)
    this.#now = now
    this.#cases.set(of, seen)
    return seen
  }

  /** The demo's clock goes to where the act is possible: some days on, or to when the posts meet. */
  async #wait({ act, days, side }: Scene, corridor: Corridor, seen: CaseInPlay | null): Promise<void> {
    const meeting = seen?.own.handover?.at
    const hours = HOURS_BEFORE[act]
    const morning = `${plusDays(this.#now.slice(0, 10), days)}T02:00:00.000Z`
    const to = meeting && hours !== undefined ? plusHours(meeting, -hours) : days > 0 ? morning : this.#now
    if (to <= this.#now) return
    this.#now = await this.#client.moveClock(to)
    const voice = await this.#voice(countryOf(corridor, side))
    voice.clock(to)
  }

  async #narrate(scene: Scene, country: CountryCode, before: CaseInPlay | null, after: CaseInPlay, leaf: string) {
    const views = [
      [after.author, after.own, before === null],
      [otherSide(after.author), after.across, !before?.across],
    ] as const
    for (const [side, seen, isFirst] of views) {
      if (!seen) continue
      const voice = await this.#voice(countryOf(corridorOf(after), side))
      if (isFirst) voice.meets(seen)
      else if (this.#cases.size > 1) voice.about(seen)
      voice.scene(scene, country, seen, leaf)
      const [was, is] = [before?.own, after.own].map((one) => one && scene.moves && dueDayOf(one, scene.moves))
      if (was && is) voice.moved(was, is)
    }
  }

  async #voice(country: CountryCode): Promise<Narrator> {
    return new Narrator(this.#tell, await this.#countries.of(country))
  }
}
