import { languagesOf, textIn } from '../../server/documents/letter-in.ts'
import type { LetterFacts } from '../../server/domain/letters/letter-facts.ts'
import type { LetterKind } from '../../server/domain/letters/letter-rules.ts'
import { letterLinks } from '../../server/services/letters/letter-link.ts'
import { builder } from '../builder.ts'
import { ReceiptRef } from '../cases/receipt.ts'
import { closedList, Language } from '../enums.ts'
import { languageArgument } from '../text.ts'
import { LetterFileRef } from './letter-file.ts'
import { LetterTextRef } from './letter-text.ts'

const LetterKindEnum = closedList('LetterKind', 'Letters that acts of a procedure are.', {
  'repatriation-request': 'The request, as it was sent.',
  acknowledgement: 'The request was received and is in hand.',
  'return-for-information': 'The request comes back, with questions.',
  acceptance: 'The return is accepted.',
  refusal: 'The return is refused, with a reason.',
  'handover-list': 'A list of persons, a crossing and a time are proposed.',
  'handover-minutes': 'The persons on a list were handed over.',
  'reception-certificate': 'The persons on a list were received.',
  feedback: 'How the person is after the return.',
} satisfies Record<LetterKind, string>)

export const LetterRef = builder.objectRef<LetterFacts>('Letter').implement({
  description:
    'An act as a letter between two offices. It is made of the act and of nothing else, each time anew, and holds what the caller may see of it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: LetterKindEnum, description: 'Which letter it is.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the act was done.' }),
    reference: t.exposeString('reference', { description: 'Reference of the case; of a list its random id.' }),
    receipt: t.field({
      type: ReceiptRef,
      nullable: true,
      description: 'Receipt of the act; its id stands on the letter.',
      resolve: ({ journal }, _args, { load }) => load.receipt.load(journal),
    }),
    languages: t.field({
      type: [Language],
      description:
        'Languages it is printed in, side by side: of the requesting country, then of the country of return.',
      resolve: (facts, _args, { service }) => [...languagesOf(service, facts)],
    }),
    pdf: t.field({
      type: LetterFileRef,
      nullable: true,
      description:
        'The letter as PDF, in the two parties’ languages side by side, or in the one asked for. Null where the answer is no answer to a request.',
      args: languageArgument(),
      resolve: (facts, { language }, { service, line }) => {
        if (!line) return null
        const languages = language ? ([language] as const) : languagesOf(service, facts)
        const { about, journal } = facts
        return letterLinks.to(service, { proof: line.key, about, journal, languages })
      },
    }),
    text: t.field({
      type: LetterTextRef,
      description: 'What it says, in one language.',
      args: languageArgument(),
      resolve: (facts, { language }, context) => textIn(context.service, facts, language ?? context.language),
    }),
  }),
})
