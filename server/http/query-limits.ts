import { type ASTVisitor, GraphQLError, Kind, type SelectionNode, type ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { QUERY_DEPTH, QUERY_TOKENS } from './limits.ts'

/** A query that is too long is not parsed to its end, one nested too deeply is not run. */
export const queryLimits: Plugin = {
  onParse({ setParseFn, parseFn }) {
    setParseFn((source, options) => {
      try {
        return parseFn(source, { ...options, maxTokens: QUERY_TOKENS })
      } catch (error) {
        if (error instanceof GraphQLError && /more tha[nt] \d+ tokens/.test(error.message))
          throw refused('TOO_MANY_TOKENS', QUERY_TOKENS)
        throw error
      }
    })
  },
  onValidate({ addValidationRule }) {
    addValidationRule(depthRule)
  },
}

const refused = (code: string, limit: number) =>
  new GraphQLError(code, { extensions: { code, facts: { limit }, http: { status: 400, spec: true } } })

/** Fields inside fields, through fragments. Introspection is nested by its nature and counts as one. */
function depthRule(context: ValidationContext): ASTVisitor {
  const depthOf = (nodes: readonly SelectionNode[], at: number, within: ReadonlySet<string>): number =>
    nodes.reduce((deepest, node) => Math.max(deepest, depthOfOne(node, at, within)), at)
  const depthOfOne = (node: SelectionNode, at: number, within: ReadonlySet<string>): number => {
    if (at > QUERY_DEPTH) return at
    if (node.kind === Kind.FIELD) {
      if (node.name.value.startsWith('__')) return at
      return node.selectionSet ? depthOf(node.selectionSet.selections, at + 1, within) : at + 1
    }
    if (node.kind === Kind.INLINE_FRAGMENT) return depthOf(node.selectionSet.selections, at, within)
    const fragment = within.has(node.name.value) ? null : context.getFragment(node.name.value)
    return fragment ? depthOf(fragment.selectionSet.selections, at, new Set(within).add(node.name.value)) : at
  }
  return {
    OperationDefinition: ({ selectionSet }) => {
      if (depthOf(selectionSet.selections, 0, new Set()) > QUERY_DEPTH)
        context.reportError(refused('QUERY_TOO_DEEP', QUERY_DEPTH))
    },
  }
}
