import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  unwrapOutputFieldType,
} from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import type { Actor } from '../../server/domain/cases/actor.ts'
import { authorSide } from '../../server/domain/cases/case-state.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CaseView } from '../../server/domain/disclosure/case-view.ts'
import { grantsOf, readsCase } from '../../server/domain/disclosure/question-rules.ts'
import { guardedTypes } from '../../server/domain/disclosure/type-rules.ts'
import { type Corridor, sideOf } from '../../server/domain/kernel/country.ts'

// The services decide who reads what. Here the contract looks a second time at whatever they hand out, by the same tables:
// what a reader should not have been given is an error of ours, and nothing of it leaves.

type Check = (found: never, by: Actor) => boolean

/** Of a case its side and how far it is come, of a list its corridor, whatever the service thought about them. */
const CHECKS: Readonly<Record<string, Check>> = {
  Case(view: CaseView, by) {
    const side = sideOf(view, by.country)
    if (side === null) return false
    const phase = view.stage === 'CLOSED' ? 'closed' : view.sentAt === null ? 'draft' : 'sent'
    return readsCase(by.role, side === authorSide(view) ? 'own' : 'other', phase)
  },
  Handover: (list: Corridor, by) => sideOf(list, by.country) !== null,
}

const readersOf = (type: string): ReadonlySet<Role> => {
  const { follows, only } = guardedTypes[type] ?? {}
  if (!follows) return new Set()
  return new Set(grantsOf(follows).flatMap(({ roles, what }) => (only && !only.includes(what) ? [] : roles)))
}
const readers = new Map(Object.keys(guardedTypes).map((type) => [type, readersOf(type)]))

/** Hands on what was found, if it has no rule or this reader may have it by the rule of its type. */
export function lookAgain<T>(type: string, found: T, by: Actor): T {
  const mayRead = readers.get(type)
  if (!mayRead) return found
  for (const one of Array.isArray(found) ? found : [found]) {
    if (one === null || one === undefined) continue
    if (!mayRead.has(by.role) || CHECKS[type]?.(one as never, by) === false)
      throw new Error(`${type} came as far as the contract for ${by.role}, who may not read it`)
  }
  return found
}

/** Every field that leads to a type with a rule, from one with another; what a part of a case holds was looked at with it. */
class SecondLook<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { type, parentType }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const { name } = this.buildCache.getTypeConfig(unwrapOutputFieldType(type))
    const rule = guardedTypes[name]
    if (!rule || (!(name in CHECKS) && guardedTypes[parentType]?.follows === rule.follows)) return resolve
    return (parent, args, context, info) => {
      const { by } = context as { readonly by: Actor }
      const found = resolve(parent, args, context, info)
      return found instanceof Promise ? found.then((one) => lookAgain(name, one, by)) : lookAgain(name, found, by)
    }
  }
}

SchemaBuilder.registerPlugin('secondLook', SecondLook)

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      secondLook: SecondLook<Types>
    }
  }
}
