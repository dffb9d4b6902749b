import { builder } from '../builder.ts'
import { CountryCode } from '../enums.ts'

const AggregatePartInput = builder.inputType('AggregatePartInput', {
  description: 'A part of a figure; what it does not name it counts together. At least one of sex, age, exploitation.',
  fields: (t) => ({
    sex: t.field({ type: 'Code', description: 'Code list `sex`.' }),
    age: t.field({ type: 'Code', description: 'Code list `age-group` (child, adult), `age-band` or `not-stated`.' }),
    exploitation: t.field({ type: 'Code', description: 'Code list `exploitation` or `not-stated`.' }),
    value: t.int({ required: true, description: 'How many; 0 or more.' }),
  }),
})

export const AggregateFigureInput = builder.inputType('AggregateFigureInput', {
  description:
    'A figure: an indicator in a period, of the whole country or of one corridor. A total, parts, or both; each breakdown must add up to the total, and the total is derived where it is left out.',
  fields: (t) => ({
    year: t.int({ required: true, description: 'Gregorian year, 2000 or later.' }),
    quarter: t.int({ description: 'Quarter of the year, 1 to 4; left out: the whole year.' }),
    indicator: t.field({ type: 'Code', required: true, description: 'Code list `aggregate-indicator`.' }),
    requestingCountry: t.field({
      type: CountryCode,
      description: 'Only for a corridor, and then with the country of return: where the persons were.',
    }),
    countryOfReturn: t.field({
      type: CountryCode,
      description: 'Only for a corridor: where they return to. One of the two is the country that reports.',
    }),
    total: t.int({ description: 'How many in all; 0 or more.' }),
    parts: t.field({ type: [AggregatePartInput], description: 'Breakdowns of the total.' }),
  }),
})
