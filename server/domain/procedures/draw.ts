import type { StepKey } from '../kernel/ids.ts'
import type { Language } from '../kernel/language.ts'
import type { Procedure, Step } from './procedure.ts'

/** Mermaid flow chart: one lane for each side, limits and routes on the steps, conditions on the arrows. */
export function drawProcedure(procedure: Procedure, language: Language): string {
  const lane = (side: Step['owedBy']['side']) => procedure.steps.filter((step) => step.owedBy.side === side)
  const box = (step: Step) =>
    `    ${name(step.key)}["${text(step.label[language])}${limitText(step)}${routeText(step)}"]`
  const arrows = procedure.steps.flatMap((step) =>
    step.after.map((before) => `  ${name(before)} -->${conditionText(step)} ${name(step.key)}`),
  )
  return [
    'flowchart TB',
    '  subgraph requestingCountry',
    ...lane('requesting').map(box),
    '  end',
    '  subgraph countryOfReturn',
    ...lane('return').map(box),
    '  end',
    ...arrows,
    '',
  ].join('\n')
}

/** Not the bare key: Mermaid keeps words such as `end` and `style` for itself. */
const name = (key: StepKey): string => `step_${key.replaceAll('-', '_')}`

/** As character codes: control characters, and the ASCII signs that mean something to Mermaid or to HTML. */
const text = (value: string): string =>
  value.replaceAll(/[\p{Cc}[\p{ASCII}--[\w ,.\(\)'\/\-]]]/gv, (sign) => `#${sign.charCodeAt(0)};`)

/** Units stay as in the data: the drawing is for those who write procedures. */
function limitText({ limit, every }: Step): string {
  if (every) return `<br/>every ${every.count} ${every.unit}, ${every.basis.status}`
  if (!limit) return ''
  const child = limit.childCount === undefined ? '' : ` (child ${limit.childCount})`
  return `<br/>${limit.count}${child} ${limit.unit}, ${limit.basis.status}`
}

/** Steps of the ordinary route alone say nothing of it: most are. */
const routeText = ({ routes }: Step): string => (routes ? `<br/>${routes.join(', ')}` : '')

function conditionText({ when }: Step): string {
  if (!when) return ''
  return 'fact' in when ? `|${when.fact}|` : `|${when.result.join(', ')}|`
}
