import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { schema } from '../../schema/index.ts'
import { actions } from '../../server/domain/actions.ts'
import type { draftFields } from '../../server/domain/cases/inputs.ts'
import type { SafeText } from '../../server/domain/confidentiality/safe-text.ts'
import type { Field, InputOf } from '../../server/domain/kernel/fields.ts'
import { registerActs } from '../../server/domain/registers/register-acts.ts'

/** Where words may be typed at all, and why codes are not enough there. A new one must say its reason here. */
const FREE_TEXT: Readonly<Record<string, string>> = {
  'draftRequest.note': 'what is special about one person’s journey, which no list foresees',
  'updateDraft.note': 'the same, written anew',
  'returnForInformation.note': 'a question that the list of questions lacks',
  'answerQuestions.note': 'what an answer in codes leaves out',
  'refuseReturn.note': 'a refusal that the reasons do not explain',
  'placeOnHold.note': 'what the other country must know to plan with the hold',
  'openDispute.note': 'what exactly the two countries see differently',
  'importAggregates.definition': 'whom a country counts, by its own law: no list holds six countries’ definitions',
  'importAggregates.coverage': 'what its figures leave out, which differs from register to register',
  'importAggregates.source': 'the publication or register the figures are from',
  ...ofMeetings('recordMeeting'),
  ...ofMeetings('updateMeeting'),
}

/** What is told of meetings of governments, about no person; each is read by officers of the countries it is about. */
function ofMeetings(act: string): Readonly<Record<string, string>> {
  return {
    [`${act}.place`]: 'city or house, anywhere',
    [`${act}.theme`]: 'a motto, new at every meeting',
    [`${act}.organisers`]: 'names of bodies, some of no country of the process',
    [`${act}.agenda`]: 'what is to be spoken about, in the order of the day',
    [`${act}.delegations`]: 'the office that led a delegation, which need not be in the directory',
    [`${act}.others`]: 'groups that took part, as each meeting has them',
    [`${act}.documents`]: 'titles and paragraphs of what was adopted',
    [`${act}.outcomes`]: 'what came of it',
    [`${act}.decisions`]: 'what was decided beyond single cases',
    [`${act}.signatures`]: 'the office that signed for a country',
  }
}

/** Kinds of input that hold words. The meetings that are to follow are told in codes, numbers and days alone. */
const isWords = ({ type }: Field): boolean =>
  type.kind === 'note' ||
  type.kind === 'wording' ||
  type.kind === 'wordings' ||
  (type.kind === 'meetingList' && type.of !== 'next')

/** What a String that is no note may be, by the name of the input, and what refuses anything else. */
const STRINGS: Readonly<Record<string, string>> = {
  idempotencyKey:
    'a key: 16 to 64 printable letters without spaces, kept 7 days, shown to nobody (IDEMPOTENCY_KEY_INVALID)',
  after: 'a cursor: only one that the service gave (CURSOR_INVALID)',
  leaf: 'a hash that a receipt has: anything else finds nothing, and nothing of it is kept',
  reference: 'a reference with its check symbol; anything else finds nothing, and nothing of it is kept',
}
/** Scalars that are written as text and are looked up or parsed: words in them are refused (no-name-gets-in.test.ts). */
const LOOKED_UP = ['ID', 'Code', 'Date', 'DateTime']

type Input = GraphQLArgument | GraphQLInputField
const named = ({ type }: Input) => getNamedType(type)

/** Every input of the contract: `Query.case(reference)`, `DraftRequestInput.note`. */
function inputs(): readonly (readonly [place: string, input: Input])[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return []
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const)
    if (!isObjectType(type)) return []
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg] as const),
    )
  })
}

describe('words that come in', () => {
  test('every String of the contract is a guarded text, a key, a cursor or a reference', () => {
    const strings = inputs().filter(([, input]) => named(input).name === 'String')
    const notes = strings.filter(([place]) => place === 'NoteInput.text')
    const others = strings.filter(([place]) => place !== 'NoteInput.text')
    expect(notes).toHaveLength(1)
    expect(others.length).toBeGreaterThan(50)
    expect(others.filter(([, { name }]) => !STRINGS[name]).map(([place]) => place)).toEqual([])
  })

  test('every other scalar is a number, a flag, or is looked up or parsed', () => {
    const scalars = inputs().filter(([, input]) => isScalarType(named(input)))
    const known = new Set(['String', 'Int', 'Boolean', ...LOOKED_UP])
    expect(scalars.filter(([, input]) => !known.has(named(input).name)).map(([place]) => place)).toEqual([])
  })

  test('free text is what is counted here, optional, and beside codes', () => {
    const acts = Object.values({ ...actions, ...registerActs }) as { name: string; fields: Record<string, Field> }[]
    const found = acts.flatMap(({ name, fields }) =>
      Object.entries(fields).flatMap(([key, field]) =>
        isWords(field) ? [{ place: `${name}.${key}`, field, fields }] : [],
      ),
    )
    expect(found.map(({ place }) => place).toSorted()).toEqual(Object.keys(FREE_TEXT).toSorted())
    const coded = new Set(['code', 'codes', 'questions', 'answers', 'figures', 'meetingList'])
    // Figures without what a country says of them would be compared as if they counted the same.
    const needed = (place: string) => place.startsWith('importAggregates.')
    for (const { place, field, fields } of found) {
      expect(field.required, place).toBe(needed(place))
      expect(
        Object.values(fields).some(({ type }) => coded.has(type.kind)),
        place,
      ).toBe(true)
    }
  })

  test('what a note holds is SafeText, which only the guard makes', () => {
    expectTypeOf<InputOf<typeof draftFields>['note']>().toEqualTypeOf<SafeText | null>()
    expectTypeOf<string>().not.toExtend<SafeText>()
  })
})
