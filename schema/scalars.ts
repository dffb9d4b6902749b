import { GraphQLError } from 'graphql'
import { builder } from './builder.ts'

/** Takes text as it was typed: the domain checks it, so that a fault is a problem in the caller's language. */
const typed = (name: string) => (value: unknown) => {
  if (typeof value === 'string') return value
  throw new GraphQLError(`${name} is written as text`)
}

builder.scalarType('Code', {
  description:
    'An entry of a dated, versioned code list, in kebab-case (`forced-labour`). Codes never change with the language.',
  parseValue: typed('Code'),
  serialize: String,
})
builder.scalarType('Date', {
  description: 'A Gregorian day, `YYYY-MM-DD`. Native digits are accepted; a Buddhist year is asked about.',
  parseValue: typed('Date'),
  serialize: String,
})
builder.scalarType('DateTime', {
  description: 'An instant in UTC, `2026-03-02T02:00:00.000Z`. Any RFC 3339 instant with its zone is accepted.',
  parseValue: typed('DateTime'),
  serialize: String,
})
