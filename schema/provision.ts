import { say } from '../locales/index.ts'
import type { Provision } from '../server/domain/kernel/provision.ts'
import { BasisRef } from './basis.ts'
import { builder } from './builder.ts'
import { InstrumentRef } from './instruments/instrument.ts'
import { languageArgument, speaker } from './text.ts'

export const ProvisionRef = builder.objectRef<Provision>('Provision').implement({
  description: 'What a rule or a right rests on: an article of an instrument, or a rule of this service.',
  fields: (t) => ({
    instrument: t.field({
      type: InstrumentRef,
      nullable: true,
      description: 'The instrument; null where it is a rule of this service.',
      resolve: ({ instrument }, _args, { service }) =>
        instrument ? (service.world.instruments.get(instrument) ?? null) : null,
    }),
    article: t.exposeString('article', {
      nullable: true,
      description: 'Article or part, as the instrument numbers it; null where it is a rule of this service.',
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'Sourced or assumed, and where it was read.' }),
    label: t.string({
      description: 'The provision in words.',
      args: languageArgument(),
      resolve: ({ instrument, article }, { language }, context) => {
        const known = instrument ? context.service.world.instruments.get(instrument) : undefined
        if (!known) return say(speaker(context, language), 'labels:provision.own')
        // Guidelines have parts where agreements have articles.
        const key = known.kind === 'guideline' ? 'labels:provision.part' : 'labels:provision.article'
        return say(speaker(context, language), key, { instrument: known.label[language ?? context.language], article })
      },
    }),
  }),
})
