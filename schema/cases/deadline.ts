import type { DayLine, Deadline } from '../../server/domain/deadlines/deadline.ts'
import type { Stop } from '../../server/domain/deadlines/stops.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { DayReasonEnum, DeadlineStateEnum, LimitUnitEnum } from '../enums.ts'
import { labelIn, languageArgument, speaker, wordsField } from '../text.ts'
import { explainDeadline } from './explain-deadline.ts'

const DayLineRef = builder.objectRef<DayLine>('DeadlineDay').implement({
  description: 'One day of a deadline, and why it counted or did not.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The owner’s local day.' }),
    reason: t.expose('reason', { type: DayReasonEnum, description: 'Why it counted or did not.' }),
    number: t.int({
      nullable: true,
      description: 'The how-manieth counted day it is; null when it did not count.',
      resolve: ({ number }) => number,
    }),
    name: t.string({
      nullable: true,
      description: 'Name of the holiday or make-up day.',
      args: languageArgument(),
      resolve: ({ special }, { language }, context) => (special ? labelIn(special.label, context, language) : null),
    }),
    basis: t.field({
      type: BasisRef,
      nullable: true,
      description: 'What the date of the holiday or make-up day rests on.',
      resolve: ({ special }) => special?.basis ?? null,
    }),
  }),
})

const StopRef = builder.objectRef<Stop>('ClockStop').implement({
  description: 'A time in which a clock stood still; half open.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Since when.' }),
    until: t.expose('until', { type: 'DateTime', nullable: true, description: 'Until when; null while it lasts.' }),
  }),
})

export const DeadlineRef = builder.objectRef<Deadline>('Deadline').implement({
  description: 'When a step is due, with all that both countries need to reckon it again by hand.',
  fields: (t) => ({
    country: t.field(
      countryField('The country that owes the step; its days, weekend and holidays count.', ({ country }) => country),
    ),
    zone: t.exposeString('zone', { description: 'IANA time zone of the days.' }),
    unit: t.expose('unit', { type: LimitUnitEnum, description: 'What is counted.' }),
    count: t.exposeInt('count', { description: 'The limit in that unit.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'When the step opened for its owner.' }),
    dayZero: t.expose('dayZero', {
      type: 'Date',
      description: 'The owner’s local day on which it opened; not counted.',
    }),
    dueDay: t.expose('dueDay', {
      type: 'Date',
      nullable: true,
      description: 'Last local day, until 24:00; null while the clock stands still.',
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The due instant; null while the clock stands still.',
    }),
    amberAt: t.expose('amberAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From when it is due soon: 70 % of the limit.',
    }),
    state: t.expose('state', { type: DeadlineStateEnum, description: 'Where it stands now.' }),
    stateLabel: t.string(wordsField('That in words.', ({ state }) => `labels:deadline.${state}`)),
    remaining: t.exposeInt('remaining', {
      nullable: true,
      description: 'What is left, in the unit of the limit, for months in days; null once the due instant has passed.',
    }),
    recurs: t.exposeBoolean('recurs', {
      description: 'The step is owed again and again: the next time begins when it is done.',
    }),
    stops: t.field({
      type: [StopRef],
      description: 'Times in which the clock stood still, whether or not they overlap.',
      resolve: ({ stops }) => [...stops],
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'The clause the limit rests on, or that it is assumed.' }),
    assumed: t.boolean({
      description: 'The limit is assumed, or a year in it has no table of public holidays.',
      resolve: ({ basis, withoutTable }) => basis.status === 'assumed' || withoutTable,
    }),
    days: t.expose('days', {
      type: [DayLineRef],
      description: 'Every day counted or skipped, in order; empty for hours.',
    }),
    explanation: t.stringList({
      description: 'The whole reckoning in words, one line for each thought or day.',
      args: languageArgument(),
      resolve: (deadline, { language }, context) =>
        explainDeadline(context.service.world, speaker(context, language), deadline, context.service.clock.now()),
    }),
  }),
})
