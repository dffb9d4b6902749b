import { actions } from '../actions.ts'
import { consentFields, profileFields } from '../cases/inputs.ts'
import type { ActView, CaseView } from '../disclosure/case-view.ts'
import type { Corridor } from '../kernel/country.ts'
import type { Field, FieldKind } from '../kernel/fields.ts'
import type { Code, CrossingId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { LetterRow, LetterValue } from './letter-facts.ts'
import { type LetterKind, letterRules, type RowName } from './letter-rules.ts'

/** What the rows of one letter are read from: a case as the reader sees it, and the act. */
export interface Source extends Corridor {
  readonly view: CaseView
  readonly act: ActView
  readonly crossing: CrossingId | null
}

/** The rows that a kind of letter shows; what was not recorded, or is not the reader's to see, has none. */
export const rowsOf = (kind: LetterKind, source: Source): readonly LetterRow[] =>
  letterRules[kind].rows.flatMap((name) => {
    const value = shownBy(name, source)
    return value ? [{ name, value }] : []
  })

function shownBy(name: RowName, source: Source): LetterValue | null {
  const { view, act, crossing } = source
  switch (name) {
    case 'procedure':
      // A letter to or from the country it was forwarded from was written by another procedure.
      return source.countryOfReturn === view.countryOfReturn ? { kind: 'procedure', procedure: view.procedure } : null
    case 'requestingCountry':
    case 'countryOfReturn':
      return { kind: 'country', country: source[name] }
    case 'sentAt':
      return view.sentAt && view.sentAt <= act.at ? { kind: 'instant', at: view.sentAt } : null
    case 'crossing':
      return crossing && { kind: 'crossing', crossing }
    case 'round':
      return roundOf(view, act)
    case 'note':
      return noteOf(view, act)
  }
  const [where, field = ''] = name.split('.')
  if (where === 'act') return entered(actions[act.action].fields, field, act.record)
  return where === 'profile'
    ? entered(profileFields, field, view.sent?.profile)
    : entered(consentFields, field, view.sent?.consent)
}

/** What was entered through a field, by the kind of that field. */
function entered(fields: Readonly<Record<string, Field>>, name: string, record: object | null | undefined) {
  const value = (record as Readonly<Record<string, unknown>> | null | undefined)?.[name] ?? null
  const type = fields[name]?.type
  return type && value !== null ? typed(type, value) : null
}

function typed(type: FieldKind, value: unknown): LetterValue | null {
  switch (type.kind) {
    case 'code':
      return { kind: 'codes', list: type.list, codes: [value as Code] }
    case 'codes':
      return { kind: 'codes', list: type.list, codes: value as readonly Code[] }
    case 'flag':
      return { kind: 'flag', yes: value === true }
    case 'instant':
      return { kind: 'instant', at: value as Instant }
    case 'id':
      return { kind: 'crossing', crossing: value as CrossingId }
    default:
      throw new Error(`a letter has no row for a ${type.kind}`)
  }
}

/** The how many-th round of questions it is. */
function roundOf({ acts }: CaseView, { journal }: ActView): LetterValue {
  const asked = acts.filter(({ action }) => action === 'returnForInformation')
  return { kind: 'count', count: asked.findIndex((one) => one.journal === journal) + 1 }
}

/** The note that went with an act, once a second officer let it cross; with a request the note of its draft. */
function noteOf({ notes }: CaseView, { action, journal, country, at }: ActView): LetterValue | null {
  const ofDraft = (name: string) => name === 'draftRequest' || name === 'updateDraft'
  const found = notes.findLast(
    (note) =>
      note.status === 'approved' &&
      (action === 'reviewRequest'
        ? ofDraft(note.action) && note.country === country && note.at <= at
        : note.journal === journal),
  )
  return found ? { kind: 'note', text: found.text } : null
}
