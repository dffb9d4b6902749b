import type { Actor } from '../domain/cases/actor.ts'
import type { Role } from '../domain/cases/roles.ts'
import { type AccessRule, accessRules, type RuleKind } from '../domain/disclosure/access-rules.ts'
import { mayAsk } from '../domain/disclosure/question-rules.ts'

/** The table of rules for who may read it, of one kind or about one role; for the others there is none. */
export const readAccessRules = (by: Actor, kind: RuleKind | null, role: Role | null): readonly AccessRule[] =>
  mayAsk('accessRules', by.role)
    ? accessRules.filter(
        (rule) =>
          (kind === null || rule.kind === kind) &&
          (role === null || rule.grants.some(({ roles }) => roles.includes(role))),
      )
    : []
