import { type SentenceKey, say } from '../../locales/index.ts'
import { type Speaker, showDay, showInstant } from '../../locales/show.ts'
import type { FieldKind } from '../../server/domain/kernel/fields.ts'
import type { Code, CrossingId, OfficeId } from '../../server/domain/kernel/ids.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { World } from '../../server/domain/world.ts'
import { builder } from '../builder.ts'
import { globalId } from '../global-id.ts'
import { languageArgument, speaker } from '../text.ts'

/** One thing an act recorded: the name of its input, and what was entered. */
export interface RecordedValue {
  readonly name: string
  readonly type: FieldKind
  readonly value: unknown
}

export const RecordedValueRef = builder.objectRef<RecordedValue>('RecordedValue').implement({
  description: 'One value an act recorded.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the input it was entered through.' }),
    values: t.stringList({
      description: 'What was entered: codes, a day, an instant, `true` or `false`.',
      resolve: ({ type, value }) => (Array.isArray(value) ? value : [value]).map((one) => opaque(type, String(one))),
    }),
    labels: t.stringList({
      description: 'The same in words.',
      args: languageArgument(),
      resolve: ({ type, value }, { language }, context) =>
        (Array.isArray(value) ? value : [value]).map((one) =>
          inWords(context.service.world, speaker(context, language), type, one),
        ),
    }),
  }),
})

/** Another case is named as everywhere in the contract. */
const opaque = (type: FieldKind, value: string): string =>
  type.kind === 'id' && type.of === 'Case' ? globalId('Case', value) : value

/** Choices of the code itself: decisions of a reviewer; the others are roles. */
const CHOICES: Readonly<Record<string, SentenceKey>> = {
  YES: 'walkthrough:answer.yes',
  NO: 'walkthrough:answer.no',
  APPROVE: 'labels:result.approved',
  RETURN: 'labels:result.returned',
}

function inWords(world: World, to: Speaker, type: FieldKind, value: unknown): string {
  const language = to.language as Language
  const text = String(value)
  switch (type.kind) {
    case 'code':
    case 'codes':
      return world.codes.get(type.list)?.get(text as Code)?.label[language] ?? text
    case 'form':
      return world.consentForms.get(text as Code)?.label[language] ?? text
    case 'choice':
      return say(to, CHOICES[text] ?? (`labels:role.${text}` as SentenceKey))
    case 'flag':
      return say(to, value === true ? 'walkthrough:answer.yes' : 'walkthrough:answer.no')
    case 'day':
      return showDay(to, text)
    case 'instant':
      return showInstant(to, text)
    case 'country':
      return world.countries.get(text as never)?.label[language] ?? text
    case 'id':
      return (
        world.offices.get(text as OfficeId)?.label[language] ??
        world.crossings.get(text as CrossingId)?.label[language] ??
        opaque(type, text)
      )
    default:
      return text
  }
}
