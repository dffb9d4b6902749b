import { type SentenceKey, say } from '../../locales/index.ts'
import { showDay } from '../../locales/show.ts'
import type { Stage } from '../domain/cases/stage.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { Story } from './stories.ts'

interface Named {
  readonly name: string
}

/** A case as the walkthrough asks for it, in the language of who asks. */
export interface Told {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly stage: Stage
  readonly stageLabel: string
  readonly procedure: Named
  readonly requestingCountry: Named
  readonly countryOfReturn: Named
  readonly journal: readonly {
    readonly action: string
    readonly label: string
    readonly resultLabel: string | null
    readonly office: Named
    readonly country: Named
  }[]
  readonly steps: readonly {
    readonly status: string
    readonly label: string
    readonly office: Named | null
    readonly country: Named
    readonly deadline: { readonly state: string; readonly dueDay: string | null } | null
  }[]
  readonly questions: readonly {
    readonly questions: readonly {
      readonly question: { readonly text: string }
      readonly answer: { readonly text: string } | null
    }[]
  }[]
  readonly handover: { readonly id: string; readonly version: number; readonly at: string } | null
}

type Tell = (line: string) => void
const speaker = (language: Language) => ({ language, offsetMinutes: 0 })
const walk = (language: Language, key: string, facts: object = {}) =>
  say(speaker(language), `walkthrough:${key}` as SentenceKey, { ...facts })

export function narrateTitle(tell: Tell, language: Language, story: Story, seen: Told): void {
  const corridor = say(speaker(language), 'labels:corridor', {
    from: seen.requestingCountry.name,
    to: seen.countryOfReturn.name,
  })
  tell(`[${language}] ${walk(language, `title.${story.title}`, { corridor })}`)
  tell(`[${language}] ${walk(language, 'fictitious')}`)
  tell(`[${language}] ${walk(language, 'procedure', { procedure: seen.procedure.name })}`)
  tell(`[${language}] ${walk(language, 'reference', { reference: seen.reference })}`)
}

/** What was done, where the case stands, whose turn it is and until when: in one side's language, as it sees it. */
export function narrateScene(tell: Tell, language: Language, seen: Told, act: string, leaf: string): void {
  const line = (key: string, facts: object = {}) => tell(`[${language}]   ${walk(language, key, facts)}`)
  const done = seen.journal.findLast(({ action }) => action.replaceAll('_', '') === act.toUpperCase())
  if (done) {
    line('done', { step: done.label })
    line('by', { office: done.office.name, country: done.country.name })
    if (done.resultLabel) line('result', { result: done.resultLabel })
  }
  const round = seen.questions.at(-1)
  if (act === 'returnForInformation' || act === 'answerQuestions')
    for (const { question, answer } of round?.questions ?? []) {
      line('question', { question: question.text })
      if (answer) line('answer', { answer: answer.text })
    }
  line('stage', { stage: seen.stageLabel })
  for (const step of seen.steps.filter(({ status }) => status === 'OPEN')) {
    line('turn', { step: step.label, office: step.office?.name ?? '', country: step.country.name })
    if (!step.deadline) line('noLimit')
    else if (step.deadline.dueDay) line('due', { day: showDay(speaker(language), step.deadline.dueDay) })
    else line('paused')
  }
  line('receipt', { leaf })
  if (seen.stage === 'CLOSED') line('closed', { reference: seen.reference })
}
