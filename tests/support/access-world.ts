import type { Engine } from '../../db/engine.ts'
import { type Phase, phases } from '../../server/domain/cases/phase.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { QuestionName } from '../../server/domain/disclosure/question-rules.ts'
import { caseIn, enrich, type InPhase } from './access-cases.ts'
import { grantOn } from './access-expected.ts'
import { everyReader, type Reader } from './access-readers.ts'
import { Api } from './api.ts'
import { fieldsTold } from './fields-told.ts'
import { hasPart } from './has-part.ts'
import { answersInLists, namesOf } from './told.ts'
import { WayOverHttp } from './way-over-http.ts'

/** A case in each phase, everybody who may ask about them, and what was told to whom. */
export class AccessWorld {
  readonly api: Api
  readonly way: WayOverHttp
  readonly readers: readonly Reader[]
  readonly cases = new Map<Phase, InPhase & { readonly names: ReadonlyMap<string, string> }>()
  /** Fields that somebody was told, of whatever. */
  readonly everTold = new Set<string>()
  /** Which offices have a part in which case. */
  readonly #parts = new Map<string, boolean>()
  private constructor(way: WayOverHttp, readers: readonly Reader[]) {
    this.api = way.api
    this.way = way
    this.readers = readers
  }

  static async open(kind: Engine['kind']): Promise<AccessWorld> {
    const way = new WayOverHttp(await Api.open(kind))
    const world = new AccessWorld(way, await everyReader(way))
    const [here, there] = [await way.key('TH', 'focal'), await way.key('LA', 'focal')]
    for (const phase of phases) {
      const one = await caseIn(way, phase)
      world.cases.set(phase, { ...one, names: await namesOf(way.api, here, one.caseId) })
    }
    await enrich(way, world.caseOf('sent'), world.caseOf('accepted'))
    for (const [phase, { caseId }] of world.cases) {
      for (const { office } of world.readers)
        world.#parts.set(`${phase} ${office}`, await hasPart(way.api.engine, caseId, office))
      // Somebody of the other side reads each, for the log of readings.
      await way.api.ask(there, 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId })
    }
    await way.api.service.readings.flush()
    return world
  }

  caseOf(phase: Phase): string {
    return this.cases.get(phase)?.caseId ?? ''
  }

  /** What the table says of a question about one of the cases. */
  expected(question: QuestionName, reader: Reader, phase: Phase): boolean {
    return grantOn(question, reader, phase, this.#parts.get(`${phase} ${reader.office}`) ?? false) !== null
  }

  fieldsIn(answers: readonly (readonly [query: string, text: string])[]): ReadonlySet<string> {
    const told = new Set(answers.flatMap(([query, text]) => [...fieldsTold(query, text)]))
    for (const name of told) this.everTold.add(name)
    return told
  }

  /** Reads every list once more, now that something else lies in it. */
  async lookInLists(role: Role): Promise<void> {
    const key = await this.way.key('TH', role)
    for (const answers of (await answersInLists(this.api, key, ['en'])).values()) this.fieldsIn(answers)
  }
}
