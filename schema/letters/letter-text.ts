import type { LetterText } from '../../server/domain/letters/letter.ts'
import { builder } from '../builder.ts'
import { Language } from '../enums.ts'

const BlockRef = builder.objectRef<LetterText['from']>('LetterBlock').implement({
  description: 'Some lines of a letter under a word that says what they are.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What the lines are.' }),
    lines: t.stringList({ description: 'The lines, in order.', resolve: ({ lines }) => [...lines] }),
  }),
})

const RowRef = builder.objectRef<LetterText['rows'][number]>('LetterRow').implement({
  description: 'One entry of a letter: what it is, and what it says.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What it is.' }),
    value: t.exposeString('value', { description: 'What it says, in words; a note as it was written.' }),
    assumed: t.exposeBoolean('assumed', {
      description: 'Rests on what this service assumes; the two countries have not confirmed it.',
    }),
  }),
})

const TableRef = builder.objectRef<LetterText['tables'][number]>('LetterTable').implement({
  description: 'A table of a letter.',
  fields: (t) => ({
    caption: t.exposeString('caption', { description: 'What it holds.' }),
    head: t.stringList({ description: 'What each column holds.', resolve: ({ head }) => [...head] }),
    rows: t.field({
      type: t.listRef(t.listRef('String')),
      description: 'Its rows, each with a text for every column.',
      resolve: ({ rows }) => rows.map((row) => [...row]),
    }),
  }),
})

const SignatureRef = builder.objectRef<LetterText['signatures'][number]>('LetterSignature').implement({
  description: 'A place on the letter where an office signs and seals it, on paper.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'Who signs: the office, never an officer.' }),
    sealLabel: t.exposeString('sealLabel', { description: 'What stands at the place of the seal.' }),
  }),
})

/** A letter in one language, as it is read on a screen and put into print. */
export const LetterTextRef = builder.objectRef<LetterText>('LetterText').implement({
  description: 'A letter in one language, whole: in the order in which it is read.',
  fields: (t) => ({
    language: t.expose('language', { type: Language, description: 'Its language.' }),
    fictitious: t.exposeString('fictitious', {
      nullable: true,
      description: 'In a demo, that all of it is invented; null elsewhere.',
    }),
    title: t.exposeString('title', { description: 'What kind of letter it is.' }),
    from: t.expose('from', { type: BlockRef, description: 'The office that did the act, and its country.' }),
    to: t.expose('to', { type: BlockRef, description: 'The office it is for, and its country.' }),
    date: t.expose('date', {
      type: BlockRef,
      description: 'The day of the act in its country: in the Gregorian calendar, and in the Buddhist Era of Thailand.',
    }),
    referenceLabel: t.exposeString('referenceLabel', { description: 'The word before the reference.' }),
    receiptLabel: t.exposeString('receiptLabel', { description: 'The word before the receipt.' }),
    paragraphs: t.stringList({
      description: 'What it says, in sentences.',
      resolve: ({ paragraphs }) => [...paragraphs],
    }),
    rows: t.field({ type: [RowRef], description: 'What it states.', resolve: ({ rows }) => [...rows] }),
    tables: t.field({
      type: [TableRef],
      description: 'Questions, or the persons on a list; never a name.',
      resolve: ({ tables }) => [...tables],
    }),
    closing: t.exposeString('closing', { description: 'The words at its end.' }),
    signatures: t.field({
      type: [SignatureRef],
      description: 'Who signs it on paper.',
      resolve: ({ signatures }) => [...signatures],
    }),
    assumedNote: t.exposeString('assumedNote', {
      nullable: true,
      description: 'What a marked row means; null where none is assumed.',
    }),
    page: t.exposeString('page', { description: 'The word before the number of a page.' }),
  }),
})
