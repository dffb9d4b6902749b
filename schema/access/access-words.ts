import { say } from '../../locales/index.ts'
import { type Speaker, showList } from '../../locales/show.ts'
import type { Phase } from '../../server/domain/cases/phase.ts'
import { roles as allRoles, type Role } from '../../server/domain/cases/roles.ts'
import type { AccessRule } from '../../server/domain/disclosure/access-rules.ts'
import type { Grant } from '../../server/domain/disclosure/question-rules.ts'
import type { Label, Language } from '../../server/domain/kernel/language.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import type { World } from '../../server/domain/world.ts'

// The table of rules in words: for who reads it through the contract, and for the file that is printed from it.

/** What a rule is about. An act of a procedure is called as the first procedure that has it calls it. */
export function subjectWords(world: World, to: Speaker, { subject, name }: AccessRule): string {
  if ('question' in subject) return say(to, `access:question.${subject.question}`)
  if ('act' in subject) return say(to, `access:act.${subject.act}`)
  if ('content' in subject) return say(to, `access:content.${subject.content}`)
  return actionLabel(world, subject.action)?.[to.language as Language] ?? name
}

function actionLabel(world: World, action: ActionName): Label | undefined {
  for (const versions of world.procedures.values()) {
    const last = versions.at(-1)
    const found = last?.steps.find((step) => step.action === action) ?? last?.acts.find((act) => act.action === action)
    if (found) return found.label
  }
  return undefined
}

export const roleWords = (to: Speaker, roles: readonly Role[]): readonly string[] =>
  roles.length === allRoles.length ? [say(to, 'access:everybody')] : roles.map((role) => say(to, `labels:role.${role}`))

export const relationWords = (to: Speaker, { relation }: Grant): string =>
  relation === 'requesting' || relation === 'return'
    ? say(to, `labels:side.${relation}`)
    : say(to, `access:relation.${relation}`)

const STAGES = { draft: 'DRAFT', sent: 'SENT', accepted: 'ACCEPTED', closed: 'CLOSED' } as const satisfies Record<
  Phase,
  string
>
export const phaseWords = (to: Speaker, { phases }: Grant): readonly string[] =>
  phases.map((phase) => say(to, `labels:stage.${STAGES[phase]}`))

/** One grant as a line of a table: who, of which side, at which stages, what. */
export const grantCells = (to: Speaker, grant: Grant): readonly string[] => [
  showList(to, roleWords(to, grant.roles)),
  relationWords(to, grant),
  showList(to, phaseWords(to, grant)),
  say(to, `access:what.${grant.what}`),
]
