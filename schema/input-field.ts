import {
  type Answer,
  type Counts,
  countCells,
  type Field,
  type FieldKind,
  type NamedNoun,
} from '../server/domain/kernel/fields.ts'
import type { OfficeId } from '../server/domain/kernel/ids.ts'
import { AggregateFigureInput } from './aggregates/figure-input.ts'
import { builder } from './builder.ts'
import { ConferenceSeriesEnum, CountryCode, closedList, Language, LimitKindEnum } from './enums.ts'
import { idOf } from './global-id.ts'
import { meetingListInputs } from './meetings/meeting-list-input.ts'
import { NoteInput } from './notes/note-input.ts'
import { AreaLineInput } from './reports/area-line-input.ts'
import { AudienceEnum, DraftedLineCodeEnum, ReportFormatEnum, ReportKindEnum } from './reports/report-enums.ts'
import { WordingInput } from './wording-input.ts'

/** `minorFemale`: girls and so on, in the words of the contract. */
export const cellDescription = (cell: (typeof countCells)[number]): string =>
  `${cell.startsWith('adult') ? 'Adults' : 'Minors'}, ${cell.replace(/^(adult|minor)/, '').toLowerCase()}; persons.`

const CountsInput = builder.inputType('CountsInput', {
  description: 'Persons, adult or minor by female, male, other. All six, zero where none.',
  fields: (t) =>
    Object.fromEntries(
      countCells.map((cell) => [cell, t.int({ required: true, description: cellDescription(cell) })]),
    ) as Record<keyof Counts, ReturnType<typeof t.int<true>>>,
})

const AnswerInput = builder.inputType('AnswerInput', {
  description: 'One typed answer: the value field of the question’s kind, or `notKnown`.',
  fields: (t) => ({
    question: t.field({ type: 'Code', required: true, description: 'The question.' }),
    notKnown: t.boolean({ description: 'The answer is not known.' }),
    yes: t.boolean({ description: 'Yes or no.' }),
    count: t.int({ description: 'A whole number.' }),
    day: t.field({ type: 'Date', description: 'A day.' }),
    code: t.field({ type: 'Code', description: 'A code of the question’s list.' }),
    codes: t.field({ type: ['Code'], description: 'Codes of the question’s list.' }),
    country: t.field({ type: CountryCode, description: 'A country.' }),
  }),
})

const AgendaItemInput = builder.inputType('AgendaItemInput', {
  description: 'A case that a meeting took up, and what was decided about it.',
  fields: (t) => ({
    case: t.id({ required: true, description: 'The case.' }),
    decision: t.field({ type: 'Code', required: true, description: 'What was decided. Code list `meeting-decision`.' }),
  }),
})

/** Choices that have a type of their own in the contract. */
const KNOWN = new Map<string, ReturnType<typeof closedList>>([
  ['ReportKind', ReportKindEnum as never],
  ['ReportFormat', ReportFormatEnum as never],
  ['Audience', AudienceEnum as never],
  ['DraftedLineCode', DraftedLineCodeEnum as never],
  ['Language', Language as never],
  ['LimitKind', LimitKindEnum as never],
  ['ConferenceSeries', ConferenceSeriesEnum as never],
])
const choices = new Map<string, ReturnType<typeof closedList>>()
/** Values of a choice are few and named in the description of its field. */
function choiceType({ name, of }: Extract<FieldKind, { kind: 'choice' | 'choices' }>) {
  const known = KNOWN.get(name) ?? choices.get(name)
  if (known) return known
  const made = closedList(name, `${name}: one of a closed list.`, Object.fromEntries(of.map((one) => [one, `${one}.`])))
  choices.set(name, made)
  return made
}

/** The GraphQL type of an input, by its kind. */
export function inputType(type: FieldKind) {
  switch (type.kind) {
    case 'code':
    case 'form':
      return 'Code' as const
    case 'codes':
    case 'questions':
      return ['Code'] as const
    case 'choice':
      return choiceType(type)
    case 'choices':
      return [choiceType(type)] as const
    case 'country':
      return CountryCode
    case 'countries':
      return [CountryCode] as const
    case 'areaLines':
      return [AreaLineInput] as const
    case 'flag':
      return 'Boolean' as const
    case 'day':
      return 'Date' as const
    case 'instant':
      return 'DateTime' as const
    case 'id':
      return 'ID' as const
    case 'caseIds':
      return ['ID'] as const
    case 'counts':
      return CountsInput
    case 'answers':
      return [AnswerInput] as const
    case 'agenda':
      return [AgendaItemInput] as const
    case 'number':
      return 'Int' as const
    case 'days':
      return ['Date'] as const
    case 'step':
      return 'Code' as const
    case 'note':
      return NoteInput
    case 'wording':
      return WordingInput
    case 'wordings':
      return [WordingInput] as const
    case 'meetingList':
      return [meetingListInputs[type.of]] as const
    case 'figures':
      return [AggregateFigureInput] as const
    case 'aggregateImports':
      return ['ID'] as const
    case 'reference':
      return 'String' as const
  }
}

/** What an input says beside its own description: which list, how many, which form. */
export function inputDescription({ type, description }: Field): string {
  if (type.kind === 'code') return `${description} Code list \`${type.list}\`.`
  if (type.kind === 'codes') return `${description} Code list \`${type.list}\`, ${type.atLeast} to ${type.atMost}.`
  return description
}

/** Global ids become the domain's own; one that is no id of the type becomes the id of nothing. */
export function domainValue({ type }: Field, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type.kind === 'id') return referenceId(type.of, String(value))
  if (type.kind === 'caseIds') return (value as string[]).map((id) => idOf('Case', id))
  // A refusal names an import by what the domain knows it by.
  if (type.kind === 'aggregateImports') return (value as string[]).map((id) => idOf('AggregateImport', id) || id)
  if (type.kind === 'agenda')
    return (value as { case: string; decision: string }[]).map((item) => ({
      caseId: idOf('Case', item.case),
      decision: item.decision,
    }))
  if (type.kind === 'note') return { ...(value as object) }
  return type.kind === 'answers' ? (value as Answer[]).map((answer) => ({ ...answer })) : value
}

/** Offices and crossings are reference data: their stable code is taken as well as their id. */
const referenceId = (of: NamedNoun, given: string): string =>
  idOf(of, given) || (of === 'Office' || of === 'Crossing' ? given : '')

/** An office of the directory, by its id or its code. */
export const officeId = (given: string): OfficeId => referenceId('Office', given) as OfficeId
