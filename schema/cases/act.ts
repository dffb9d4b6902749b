import { actions } from '../../server/domain/actions.ts'
import type { ActView } from '../../server/domain/disclosure/case-view.ts'
import type { Field } from '../../server/domain/kernel/fields.ts'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { Procedure } from '../../server/domain/procedures/procedure.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { ActionName, Role } from '../enums.ts'
import { languageArgument, speaker } from '../text.ts'
import { ReceiptRef } from './receipt.ts'
import { type RecordedValue, RecordedValueRef } from './recorded-value.ts'
import { resultInWords } from './result-in-words.ts'

/** An act with the procedure that names it. */
export interface PlacedAct {
  readonly act: ActView
  readonly procedure: Procedure
}

/** Shown elsewhere: questions and answers by round, counts with the handover, an agenda with the meeting, notes by themselves. */
const ELSEWHERE: ReadonlySet<Field['type']['kind']> = new Set([
  'questions',
  'answers',
  'counts',
  'caseIds',
  'agenda',
  'note',
])

export const ActRef = builder.objectRef<PlacedAct>('Act').implement({
  description: 'One entry of the journal of a case: which office did what, and when. Never which officer.',
  fields: (t) => ({
    action: t.field({ type: ActionName, description: 'What was done.', resolve: ({ act }) => act.action }),
    label: t.string({
      description: 'What was done, in the words of the procedure.',
      args: languageArgument(),
      resolve: ({ act, procedure }, { language }, context) => labelOfAct(procedure, act, language ?? context.language),
    }),
    step: t.field({
      type: 'Code',
      nullable: true,
      description: 'The step it completed; null when it completed none.',
      resolve: ({ act }) => act.step,
    }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that did it.',
      resolve: ({ act }, _args, { service }) => service.world.offices.get(act.office) ?? null,
    }),
    country: t.field(countryField('Its country.', ({ act }) => act.country)),
    role: t.field({ type: Role, description: 'In which role.', resolve: ({ act }) => act.role }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ act }) => act.at }),
    result: t.field({
      type: 'Code',
      nullable: true,
      description: 'Its result; null where none was given, or where it belongs to the other side.',
      resolve: ({ act }) => act.result,
    }),
    resultLabel: t.string({
      nullable: true,
      description: 'The result in words.',
      args: languageArgument(),
      resolve: ({ act }, { language }, context) =>
        act.result && resultInWords(context.service.world, speaker(context, language), act.action, act.result),
    }),
    values: t.field({
      type: [RecordedValueRef],
      description: 'What was recorded, in codes, days and flags; empty where it belongs to the other side.',
      resolve: async ({ act }, _args, { load }) => {
        // A case that is named here passes its own gate: what is blocked, erased or not the reader's is not named.
        const values = valuesOf(act)
        const named = await Promise.all(
          values.map((one) => (isCase(one) ? load.case.load(one.value as CaseId, 'case') : true)),
        )
        return values.filter((_, place) => named[place])
      },
    }),
    receipt: t.field({
      type: ReceiptRef,
      nullable: true,
      description: 'Receipt of the entry.',
      resolve: ({ act }, _args, { load }) => load.receipt.load(act.journal),
    }),
  }),
})

/** An act in the words of its procedure: of the step it did, or of what may be done between steps. */
export function labelOfAct({ steps, acts }: Procedure, act: ActView, language: Language): string {
  const named =
    steps.find(({ key }) => key === act.step) ??
    acts.find(({ action }) => action === act.action) ??
    steps.find(({ action }) => action === act.action)
  return named?.label[language] ?? act.action
}

const isCase = ({ type }: RecordedValue): boolean => type.kind === 'id' && type.of === 'Case'

function valuesOf({ action, record }: ActView): RecordedValue[] {
  if (!record) return []
  return Object.entries<Field>(actions[action].fields).flatMap(([name, { type }]) => {
    const value = record[name]
    return ELSEWHERE.has(type.kind) || value === undefined || value === null ? [] : [{ name, type, value }]
  })
}
