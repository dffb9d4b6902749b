import { type SentenceKey, say } from '../../locales/index.ts'
import type { Speaker } from '../../locales/show.ts'
import { actions } from '../../server/domain/actions.ts'
import type { Field } from '../../server/domain/kernel/fields.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import type { World } from '../../server/domain/world.ts'

/** The result of an act in words: from the code list its input is chosen from, else from the service's own. */
export function resultInWords(world: World, to: Speaker, action: ActionName, result: Code): string {
  for (const { type } of Object.values<Field>(actions[action].fields)) {
    const list = type.kind === 'code' ? type.list : type.kind === 'agenda' ? 'meeting-decision' : ''
    const entry = world.codes.get(list)?.get(result)
    if (entry) return entry.label[to.language as Language]
  }
  return say(to, `labels:result.${result}` as SentenceKey)
}
