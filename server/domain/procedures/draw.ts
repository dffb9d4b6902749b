import type { Language } from '../kernel/language.ts'
import type { Procedure, Step } from './procedure.ts'

/** Mermaid flow chart: one lane for each side, limits on the steps, conditions on the arrows. */
export function drawProcedure(procedure: Procedure, language: Language): string {
  const name = (key: string) => key.replaceAll('-', '_')
  const text = (value: string) => value.replaceAll('"', '#quot;')
  const lane = (side: Step['owedBy']['side']) => procedure.steps.filter((step) => step.owedBy.side === side)
  const box = (step: Step) => `    ${name(step.key)}["${text(step.label[language])}${limitText(step)}"]`
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

/** Units stay as in the data: the drawing is for those who write procedures. */
function limitText({ limit }: Step): string {
  if (!limit) return ''
  const child = limit.childCount === undefined ? '' : ` (child ${limit.childCount})`
  return `<br/>${limit.count}${child} ${limit.unit}, ${limit.basis.status}`
}

function conditionText({ when }: Step): string {
  if (!when) return ''
  return 'fact' in when ? `|${when.fact}|` : `|${when.result.join(', ')}|`
}
