import { type SentenceKey, say } from '../../locales/index.ts'
import { showDay } from '../../locales/show.ts'
import type { Corridor, CountryCode } from '../domain/kernel/country.ts'
import { registerActNames } from '../domain/procedures/action-names.ts'
import type { OwnCountry } from './countries.ts'
import { sameAct, type Told } from './look.ts'
import type { Scene } from './scene.ts'

/** Speaks for one country: in its language, on its clock. */
export class Narrator {
  readonly #tell: (line: string) => void
  readonly #country: OwnCountry
  constructor(tell: (line: string) => void, country: OwnCountry) {
    this.#tell = tell
    this.#country = country
  }

  title(name: string, { requestingCountry, countryOfReturn }: Corridor): void {
    const between = { from: this.#nameOf(requestingCountry), to: this.#nameOf(countryOfReturn) }
    this.#line(`title.${name}`, { corridor: say(this.#country, 'labels:corridor', between) }, '')
    this.#line('fictitious', {}, '')
  }

  /** A case that this country sees for the first time. */
  meets({ procedure, reference }: Told): void {
    this.#line('procedure', { procedure: procedure.name })
    this.about({ reference })
  }

  /** Which case, where a story has several. */
  about({ reference }: Pick<Told, 'reference'>): void {
    this.#line('reference', { reference })
  }

  clock(now: string): void {
    this.#line('clock', { now })
  }

  refused(message: string): void {
    this.#line('refused', { message })
  }

  /** What was done, where the case stands, whose turn it is and until when: as this country sees it. */
  scene(scene: Scene, country: CountryCode, seen: Told, leaf: string): void {
    this.#act(scene, country, seen)
    if (seen.stage === 'STOPPED') this.#line('stopped', { reason: seen.stoppedLabel ?? '' })
    else this.#line('stage', { stage: seen.stageLabel })
    if (seen.hold) this.#line('hold', { reason: seen.hold.reason.label })
    for (const step of seen.steps.filter(({ status }) => status === 'OPEN')) {
      this.#line('turn', { step: step.label, office: step.office?.name ?? '', country: step.country.name })
      if (!step.deadline) this.#line('noLimit')
      else if (step.deadline.dueDay) this.#line('due', { day: this.#day(step.deadline.dueDay) })
      else this.#line('paused')
    }
    this.#line('receipt', { leaf })
    if (seen.stage === 'CLOSED') this.#line('closed', { reference: seen.reference })
  }

  /** A deadline that is another one now. */
  moved(was: string, is: string): void {
    this.#line('moved', { was: this.#day(was), is: this.#day(is) })
  }

  #act({ act, role }: Scene, country: CountryCode, seen: Told): void {
    if (registerActNames.some((name) => name === act)) {
      this.#line('done', { step: this.#words(`walkthrough:act.${act}`) })
      this.#line('by', { office: this.#words(`labels:role.${role}`), country: this.#nameOf(country) })
      return
    }
    const done = seen.journal.findLast(({ action }) => sameAct(action, act))
    if (!done) return
    this.#line('done', { step: done.label })
    this.#line('by', { office: done.office.name, country: done.country.name })
    if (done.resultLabel) this.#line('result', { result: done.resultLabel })
    if (act !== 'returnForInformation' && act !== 'answerQuestions') return
    for (const { question, answer } of seen.questions.at(-1)?.questions ?? []) {
      this.#line('question', { question: question.text })
      if (answer) this.#line('answer', { answer: answer.text })
    }
  }

  #line(key: string, facts: Readonly<Record<string, string>> = {}, indent = '  '): void {
    this.#tell(`[${this.#country.language}] ${indent}${this.#words(`walkthrough:${key}`, facts)}`)
  }

  #words(key: string, facts: Readonly<Record<string, string>> = {}): string {
    return say(this.#country, key as SentenceKey, facts)
  }

  #nameOf(country: CountryCode): string {
    return this.#country.names.get(country) ?? country
  }

  #day(day: string): string {
    return showDay(this.#country, day)
  }
}
