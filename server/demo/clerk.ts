import { DAY, type Day, type Instant, localDay, plus } from '../domain/kernel/instant.ts'
import { calendarOf } from '../domain/world.ts'
import { execute } from '../services/execute.ts'
import { atWork } from './pace.ts'
import type { Errand } from './registers.ts'
import type { Scene, Worker } from './scene.ts'

/** Does one errand, on its day. */
export class Clerk implements Worker {
  readonly begins: Instant
  readonly needsOthers = true
  readonly #scene: Scene
  readonly #errand: Errand
  constructor(scene: Scene, errand: Errand) {
    this.#scene = scene
    this.#errand = errand
    this.begins = atWork(plus(scene.start, -errand.days * DAY))
  }
  async work(): Promise<null> {
    const { name, country, role, days, target, enters } = this.#errand
    const { service, officers } = this.#scene
    const input = await enters(this.#scene, this.#today())
    const key = `demo-errand-${name}-${days}`
    const request = { target: target?.(this.#scene) ?? null, input, key, expectedVersion: null }
    const by = country === null ? officers.secretariat : officers.of(country, role, country)
    const { noun, problems } = await execute(service, name, request, by)
    if (!noun) throw new Error(`${name} in the demo: ${problems.map(({ code }) => code).join()}`)
    return null
  }
  #today(): Day {
    const { service, clock } = this.#scene
    const { country } = this.#errand
    return localDay(clock.now(), country === null ? 0 : calendarOf(service.world, country).offsetMinutes)
  }
}
