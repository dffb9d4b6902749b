import { say } from '../../locales/index.ts'
import { accessRules, ruleKinds } from '../../server/domain/disclosure/access-rules.ts'
import { guardedTypes } from '../../server/domain/disclosure/type-rules.ts'
import type { World } from '../../server/domain/world.ts'
import { grantCells, subjectWords } from './access-words.ts'

const ENGLISH = { language: 'en', offsetMinutes: 0 }

const HEAD = `# Who may read and do what

Printed by \`npm run check\` from the tables in \`server/domain/disclosure\`, by which the service decides; never edited by hand.
A change of this file is a change of rights. The same in seven languages: the query \`accessRules\`.

Who is not named may not, and is not told that it is there. A case is also read only by offices that have a part in it, and
once closed by the focal agencies. An act is done by the office whose turn it is; a procedure may name fewer roles, never
more. A draft and a case that was closed before it was sent are nothing to the other side. Pages of lists and their edges are
read like their entries, the answer to an act by who did it.
`
const COLUMNS = ['name', 'about', 'who', 'side', 'stages of the case', 'what']

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The whole table as a file, in English. */
export function printedAccess(world: World): string {
  const parts = ruleKinds.map((kind) => {
    const rows = accessRules
      .filter((rule) => rule.kind === kind)
      .flatMap((rule) => {
        const about = subjectWords(world, ENGLISH, rule)
        return rule.grants.map((grant) => line([`\`${rule.name}\``, about, ...grantCells(ENGLISH, grant)]))
      })
    return [
      `## ${say(ENGLISH, `access:kind.${kind}`)}`,
      '',
      line(COLUMNS),
      line(COLUMNS.map(() => '---')),
      ...rows,
    ].join('\n')
  })
  const fields = Object.entries(guardedTypes)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, type]) => `- \`${name}\`: ${type.fields.toSorted().join(', ')}`)
  return [HEAD, parts.join('\n\n'), '', '## fields of what not everybody reads', '', ...fields, ''].join('\n')
}
