import { guardTools } from '../../server/adapters/guard-tools.ts'
import { actions } from '../../server/domain/actions.ts'
import type { Change, Setting } from '../../server/domain/cases/act.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import type { Handover } from '../../server/domain/handovers/handover.ts'
import { checkInput } from '../../server/domain/kernel/check-input.ts'
import type { AgendaItem, Fields } from '../../server/domain/kernel/fields.ts'
import type { CaseId, HandoverId, JournalId } from '../../server/domain/kernel/ids.ts'
import { HOUR, type Instant, plus } from '../../server/domain/kernel/instant.ts'
import { isRefusal, type Problem, type Refusal, refuse } from '../../server/domain/kernel/problem.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { calendarOf, type World } from '../../server/domain/world.ts'

export type Input = Readonly<Record<string, unknown>>
/** The case or the list an act is about; what opens a case is about neither. */
export interface On {
  readonly case?: CaseId | undefined
  readonly list?: HandoverId | undefined
}

/**
 * Cases and lists in memory, and the one door to them: what is typed is checked, decided and kept as the service does
 * it, with no database and no machine clock. What is refused changes nothing.
 */
export class Desk {
  world: World
  now: Instant
  readonly files = new Map<CaseId, CaseFile>()
  readonly lists = new Map<HandoverId, Handover>()
  #ids = 0

  constructor(world: World, now = '2026-03-02T02:00:00.000Z' as Instant) {
    this.world = world
    this.now = now
  }

  file(id: CaseId | undefined): CaseFile {
    const file = id && this.files.get(id)
    if (!file) throw new Error(`no case ${id}`)
    return file
  }

  /** What stands in the way; none: it was done, and an hour has passed. */
  act(name: ActionName, by: Actor, raw: Input, on: On = {}): readonly Problem[] {
    const decided = this.decide(name, by, raw, on)
    if (isRefusal(decided)) return decided.problems
    for (const { after } of decided.cases) this.files.set(after.id, after)
    if (decided.handover) this.lists.set(decided.handover.after.id, decided.handover.after)
    this.now = plus(this.now, HOUR)
    return []
  }

  decide(name: ActionName, by: Actor, raw: Input, on: On = {}): Change | Refusal {
    const { fields, target } = actions[name]
    const offsetMinutes = by.country ? calendarOf(this.world, by.country).offsetMinutes : 0
    const input = checkInput(fields as Fields, raw, { world: this.world, now: this.now, offsetMinutes, guardTools })
    if (isRefusal(input)) return input
    const decide = actions[name].decide as (...given: unknown[]) => Change | Refusal
    const setting = this.#setting(by)
    if (target === 'new') return decide(input, setting)
    if (target === 'case') return decide(this.file(on.case), input, setting)
    if (target === 'handover') return this.#decideOnList(decide, input, setting, on)
    const named = 'agenda' in input ? (input['agenda'] as AgendaItem[]).map(({ caseId }) => caseId) : input['caseIds']
    const files = (named as CaseId[]).flatMap((id) => this.files.get(id) ?? [])
    return files.length < (named as CaseId[]).length ? refuse('NOT_FOUND') : decide(files, input, setting)
  }

  #decideOnList(decide: (...given: unknown[]) => Change | Refusal, input: Input, setting: Setting, on: On) {
    const handover = this.lists.get(on.list ?? (on.case && this.file(on.case).state.handover?.id) ?? ('' as HandoverId))
    if (!handover) return refuse('NOT_FOUND')
    return decide({ handover, files: handover.caseIds.map((id) => this.file(id)) }, input, setting)
  }

  #setting(by: Actor): Setting {
    const newId = () => {
      this.#ids += 1
      return `id-${this.#ids}`
    }
    const at = { now: this.now, newId, randomId: newId, draw: () => [1, 2, 3, 4, 5] }
    return { world: this.world, by, at, journal: newId() as JournalId, named: this.files }
  }
}
