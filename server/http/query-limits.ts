import { type DocumentNode, type ExecutionArgs, GraphQLError, getOperationAST, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Account } from '../services/sign-in.ts'
import * as limits from './limits.ts'
import { type Cost, costOf, reckon, valuesIn } from './query-cost.ts'
import { InCircle, type Shape, shapeOf } from './query-shape.ts'
import { readsSchema } from './strangers.ts'

/** What the limits know of one request, and find out about it. */
export interface Weighed {
  readonly account: Account | null
  readonly fictitious: boolean
  /** What the query costs; 0 while it has not been reckoned. */
  readonly weight: { cost: number }
}

const shapes = new WeakMap<DocumentNode, Shape>()
const costs = new WeakMap<DocumentNode, Map<string, Cost>>()

/** A query is measured before it is validated, and its cost reckoned before it is run. */
export const queryLimits: Plugin<Weighed, Weighed> = {
  onParse({ setParseFn, parseFn }) {
    setParseFn((source, options) => {
      try {
        const document = parseFn(source, { ...options, maxTokens: limits.QUERY_TOKENS })
        measure(document)
        return document
      } catch (error) {
        if (error instanceof GraphQLError && /more tha[nt] \d+ tokens/.test(error.message))
          throw over('TOO_MANY_TOKENS', limits.QUERY_TOKENS)
        throw error
      }
    })
  },
  onValidate({ setValidationFn }) {
    setValidationFn((schema, document, rules) => validate(schema, document, rules, { maxErrors: limits.QUERY_FAULTS }))
  },
  onExecute({ args, context, setResultAndStopExecution }) {
    const fault = weigh(args, context)
    if (fault) setResultAndStopExecution({ errors: [fault] })
  },
  onSubscribe({ args, context, setResultAndStopExecution }) {
    const fault = weigh(args, context)
    if (fault) setResultAndStopExecution({ errors: [fault] })
  },
  onResultProcess({ result, setResult, serverContext }) {
    if (Array.isArray(result) || Symbol.asyncIterator in result) return
    setResult({ ...result, extensions: { ...result.extensions, cost: serverContext.weight.cost } })
  },
}

const refused = (code: string, facts: object, message = code) =>
  new GraphQLError(message, { extensions: { code, facts, http: { status: 400, spec: true } } })

const over = (code: string, limit: number, facts: object = {}) => refused(code, { limit, ...facts })

/** How large the largest operation of a document is; throws what it is too large in. */
function measure(document: DocumentNode): void {
  const fragments = document.definitions.filter(({ kind }) => kind === 'FragmentDefinition').length
  if (fragments > limits.QUERY_FRAGMENTS) throw over('TOO_MANY_FRAGMENTS', limits.QUERY_FRAGMENTS)
  const shape = shapeInLine(document)
  if (shape.depth > limits.QUERY_DEPTH) throw over('QUERY_TOO_DEEP', limits.QUERY_DEPTH)
  if (shape.introspects && shape.turns > 1) throw over('QUERY_TOO_DEEP', limits.QUERY_DEPTH)
  if (shape.aliases > limits.QUERY_ALIASES) throw over('TOO_MANY_ALIASES', limits.QUERY_ALIASES)
  if (shape.fields > limits.QUERY_FIELDS) throw over('TOO_MANY_FIELDS', limits.QUERY_FIELDS)
  shapes.set(document, shape)
}

function shapeInLine(document: DocumentNode): Shape {
  try {
    return shapeOf(document)
  } catch (error) {
    if (!(error instanceof InCircle)) throw error
    throw refused('GRAPHQL_VALIDATION_FAILED', {}, `Cannot spread fragment "${error.message}" within itself.`)
  }
}

function weigh(
  { schema, document, operationName, variableValues }: ExecutionArgs,
  asking: Weighed,
): GraphQLError | null {
  if (shapes.get(document)?.introspects && !readsSchema(asking)) return refused('INTROSPECTION_REFUSED', {})
  const operation = getOperationAST(document, operationName)
  // Which of several is meant is not said: it is refused where it would be run.
  if (!operation) return null
  const known = costs.get(document) ?? new Map<string, Cost>()
  costs.set(document, known)
  const name = operationName ?? ''
  const cost = known.get(name) ?? costOf(schema, document, operation)
  known.set(name, cost)
  const variables = variableValues ?? {}
  asking.weight.cost = reckon(cost, variables) + valuesIn(variables) * limits.VALUE_COST
  if (asking.weight.cost <= limits.QUERY_COST) return null
  return over('QUERY_TOO_COSTLY', limits.QUERY_COST, { cost: asking.weight.cost })
}
