import { say } from '../../locales/index.ts'
import { joinSentences, type Speaker, showInstant, showList } from '../../locales/show.ts'
import type { ActView, CaseView } from '../../server/domain/disclosure/case-view.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { calendarOf, type World } from '../../server/domain/world.ts'
import { builder } from '../builder.ts'
import { languageArgument, speaker } from '../text.ts'
import { labelOfAct } from './act.ts'
import { resultInWords } from './result-in-words.ts'

/** One line of the history of a case, for people. */
export interface Moment {
  readonly view: CaseView
  readonly act: ActView
}

export const MomentRef = builder.objectRef<Moment>('TimelineEntry').implement({
  description:
    'One line of the history of a case, in sentences: which office in which role did what, and what it opened.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ act }) => act.at }),
    when: t.string({
      description: 'When, on the clocks of both countries; once where they are alike.',
      args: languageArgument(),
      resolve: ({ view, act }, { language }, context) =>
        onBothClocks(context.service.world, speaker(context, language), view, act),
    }),
    text: t.string({
      description: 'Who did what, with which result, and which steps it opened.',
      args: languageArgument(),
      resolve: ({ view, act }, { language }, context) =>
        inWords(context.service.world, speaker(context, language), view, act),
    }),
  }),
})

function onBothClocks(
  world: World,
  to: Speaker,
  { requestingCountry, countryOfReturn }: CaseView,
  { at }: ActView,
): string {
  const [first, second] = [requestingCountry, countryOfReturn].map((country) => {
    const { offsetMinutes } = calendarOf(world, country)
    return showInstant({ ...to, offsetMinutes }, at)
  })
  return first === second ? (first ?? '') : say(to, 'timeline:when', { first, second })
}

function inWords(world: World, to: Speaker, view: CaseView, act: ActView): string {
  const language = to.language as Language
  const office = world.offices.get(act.office)?.label[language] ?? ''
  const country = world.countries.get(act.country)?.label[language] ?? ''
  const role = say(to, `labels:role.${act.role}`)
  const sentences = [say(to, 'timeline:act', { act: labelOfAct(view.procedure, act, language), office, role, country })]
  if (act.result)
    sentences.push(say(to, 'timeline:result', { result: resultInWords(world, to, act.action, act.result) }))
  const opened = view.opened.get(act.journal) ?? []
  const steps = view.procedure.steps.filter(({ key }) => opened.includes(key)).map(({ label }) => label[language])
  if (steps.length > 0) sentences.push(say(to, 'timeline:opened', { steps: showList(to, steps) }))
  return joinSentences(to, sentences)
}
