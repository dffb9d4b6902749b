import { say } from '../../locales/index.ts'
import type { StepView } from '../../server/domain/disclosure/case-view.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { ActionName, Role, Side, StepStatusEnum } from '../enums.ts'
import { labelField, languageArgument, speaker, wordsField } from '../text.ts'
import { DeadlineRef } from './deadline.ts'
import { resultInWords } from './result-in-words.ts'

export const StepRef = builder.objectRef<StepView>('Step').implement({
  description: 'A step of the procedure in this case: whose turn it is, until when, and what it waits for.',
  fields: (t) => ({
    key: t.field({
      type: 'Code',
      description: 'Name of the step within its procedure.',
      resolve: ({ step }) => step.key,
    }),
    label: t.string(labelField('The step in words.', ({ step }) => step.label)),
    action: t.field({ type: ActionName, description: 'The act that does it.', resolve: ({ step }) => step.action }),
    status: t.expose('status', { type: StepStatusEnum, description: 'Where it stands.' }),
    statusLabel: t.string(wordsField('That in words.', ({ status }) => `labels:status.${status}`)),
    side: t.expose('side', { type: Side, description: 'The side that owes it.' }),
    country: t.field(countryField('The country that owes it.', ({ country }) => country)),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that owes it first; null for a post before a crossing is named.',
      resolve: ({ office }, _args, { service }) => (office ? (service.world.offices.get(office) ?? null) : null),
    }),
    roles: t.field({
      type: [Role],
      description: 'Roles: who owes it first, then who else may.',
      resolve: ({ step }) => [...step.owedBy.roles],
    }),
    waitsFor: t.field({
      type: ['Code'],
      description: 'Steps it still waits for.',
      resolve: ({ waitsFor }) => [...waitsFor],
    }),
    openedAt: t.expose('openedAt', { type: 'DateTime', nullable: true, description: 'Since when it is open.' }),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true, description: 'When it was done.' }),
    result: t.expose('result', {
      type: 'Code',
      nullable: true,
      description: 'Its result; null where none was given, or where it belongs to the other side.',
    }),
    resultLabel: t.string({
      nullable: true,
      description: 'The result in words.',
      args: languageArgument(),
      resolve: ({ step, result }, { language }, context) =>
        result && resultInWords(context.service.world, speaker(context, language), step.action, result),
    }),
    escalation: t.int({
      nullable: true,
      description:
        'How high it has come by being overdue: 1 head of the focal agency, 2 taskforce, 3 next senior officials’ meeting; null while it is not overdue.',
      resolve: ({ escalation }) => escalation,
    }),
    escalationLabel: t.string({
      nullable: true,
      description: 'Who has it now, in words.',
      args: languageArgument(),
      resolve: ({ escalation }, { language }, context) =>
        escalation ? say(speaker(context, language), `labels:escalation.${escalation}`) : null,
    }),
    deadline: t.expose('deadline', {
      type: DeadlineRef,
      nullable: true,
      description: 'When it is due; null when it is not open, or nothing limits it.',
    }),
  }),
})
