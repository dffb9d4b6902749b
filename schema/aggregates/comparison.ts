import { say } from '../../locales/index.ts'
import { joinSentences } from '../../locales/show.ts'
import type { Comparison } from '../../server/domain/aggregates/compare.ts'
import type { CountryCode as Country } from '../../server/domain/kernel/country.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { comparisonFor } from '../../server/services/read-aggregates.ts'
import { builder } from '../builder.ts'
import { CountryRef, countryField } from '../directory/country.ts'
import { CountryCode } from '../enums.ts'
import { languageArgument, speaker } from '../text.ts'
import { AggregateRef } from './aggregate.ts'

const ComparisonRef = builder.objectRef<Comparison>('AggregateComparison').implement({
  description:
    'Two countries’ current figures for one corridor, side by side with the definition, coverage and source of each. Nothing is averaged: where they differ both stand.',
  fields: (t) => ({
    requestingCountry: t.field(countryField('Where the persons were.', (one) => one.requestingCountry)),
    countryOfReturn: t.field(countryField('Where they return to.', (one) => one.countryOfReturn)),
    requesting: t.expose('requesting', {
      type: AggregateRef,
      nullable: true,
      description: 'What the requesting country reports; null where it reports nothing for this.',
    }),
    ofReturn: t.expose('ofReturn', {
      type: AggregateRef,
      nullable: true,
      description: 'What the country of return reports; null where it reports nothing for this.',
    }),
    difference: t.exposeInt('difference', {
      nullable: true,
      description: 'The requesting country’s total less that of the country of return; null where one is missing.',
    }),
    missing: t.field({
      type: [CountryRef],
      description: 'Countries of the two that report nothing for this.',
      resolve: ({ missing }, _args, { service }) =>
        missing.flatMap((country) => service.world.countries.get(country) ?? []),
    }),
    text: t.string({
      description: 'The same in words: both numbers and their difference, or whose figure is missing.',
      args: languageArgument(),
      resolve: ({ requesting, ofReturn, difference, missing, ...corridor }, { language }, context) => {
        const to = speaker(context, language)
        const name = (country: Country) =>
          context.service.world.countries.get(country)?.label[to.language as Language] ?? country
        if (difference === null)
          return joinSentences(
            to,
            missing.map((country) => say(to, 'labels:comparison.missing', { country: name(country) })),
          )
        return say(to, 'labels:comparison.both', {
          one: name(corridor.requestingCountry),
          first: requesting?.total,
          other: name(corridor.countryOfReturn),
          second: ofReturn?.total,
          difference: Math.abs(difference),
        })
      },
    }),
  }),
})

builder.queryField('compareAggregates', (t) =>
  t.field({
    type: ComparisonRef,
    nullable: true,
    description:
      'The figures of both countries of a corridor for one indicator and period. For the readers of `aggregates`; null for all others.',
    args: {
      requestingCountry: t.arg({ type: CountryCode, required: true, description: 'Where the persons were.' }),
      countryOfReturn: t.arg({ type: CountryCode, required: true, description: 'Where they return to.' }),
      indicator: t.arg({ type: 'Code', required: true, description: 'Code list `aggregate-indicator`.' }),
      year: t.arg.int({ required: true, description: 'Gregorian year.' }),
      quarter: t.arg.int({ description: 'Quarter, 1 to 4; left out: the figure of the whole year.' }),
    },
    resolve: (_root, { requestingCountry, countryOfReturn, indicator, year, quarter }, { service, by }) => {
      const period = { year, quarter: quarter ?? null }
      return comparisonFor(service, by, { requestingCountry, countryOfReturn }, indicator as Code, period)
    },
  }),
)
