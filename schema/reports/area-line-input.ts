import { builder } from '../builder.ts'
import { WordingInput } from '../wording-input.ts'
import { AreaPartEnum, ReportAreaEnum } from './report-enums.ts'

export const AreaLineInput = builder.inputType('AreaLineInput', {
  description: 'One line of a country in an area of a report.',
  fields: (t) => ({
    area: t.field({ type: ReportAreaEnum, required: true, description: 'The area.' }),
    part: t.field({ type: AreaPartEnum, required: true, description: 'Under which heading of the area.' }),
    wording: t.field({ type: WordingInput, required: true, description: 'What it says.' }),
  }),
})
