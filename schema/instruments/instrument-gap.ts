import type { Corridor } from '../../server/domain/kernel/country.ts'
import { type Gap, gapsOf } from '../../server/domain/procedures/gaps.ts'
import type { Procedure } from '../../server/domain/procedures/procedure.ts'
import { procedureFor, type World } from '../../server/domain/world.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { CountryCode, closedList, LimitUnitEnum } from '../enums.ts'
import { labelField, wordsField } from '../text.ts'
import { ProcedureRef } from './procedure.ts'

const GapKind = closedList('InstrumentGapKind', 'What is not confirmed by the two countries.', {
  limit: 'How long the owner has for the step.',
  notice: 'How long before the handover it is proposed.',
  window: 'The time before the handover in which the step is done.',
  recurrence: 'How long between two times that the step is done.',
  step: 'That there is such a step at all.',
} satisfies Record<Gap['what'], string>)

const GapRef = builder.objectRef<Gap>('InstrumentGap').implement({
  description: 'A value of a procedure that no source gives and the two countries have not agreed on.',
  fields: (t) => ({
    procedure: t.expose('procedure', { type: ProcedureRef, description: 'The procedure, in its newest version.' }),
    step: t.field({ type: 'Code', description: 'The step, by its key.', resolve: ({ step }) => step.key }),
    stepLabel: t.string(labelField('The step in words.', ({ step }) => step.label)),
    what: t.expose('what', { type: GapKind, description: 'Which value of it.' }),
    whatLabel: t.string(wordsField('That in words.', ({ what }) => `labels:gap.${what}`)),
    count: t.int({ nullable: true, description: 'The assumed number.', resolve: ({ count }) => count }),
    unit: t.expose('unit', { type: LimitUnitEnum, nullable: true, description: 'What is counted.' }),
    basis: t.expose('basis', { type: BasisRef, description: 'Why it is assumed.' }),
  }),
})
const Connection = connectionOf('InstrumentGap', GapRef, true)

builder.queryField('instrumentGaps', (t) =>
  t.field({
    type: Connection,
    description:
      'Every value that is assumed: what the two countries would have to agree on. `proposeLimit` and `confirmLimit` fill the gaps that are numbers.',
    args: {
      ...pageArguments(),
      requestingCountry: t.arg({
        type: CountryCode,
        description: 'With `countryOfReturn`: only the procedure of this corridor.',
      }),
      countryOfReturn: t.arg({
        type: CountryCode,
        description: 'With `requestingCountry`: only the procedure of this corridor.',
      }),
    },
    resolve: (_root, { requestingCountry, countryOfReturn, ...page }, { service: { world } }) => {
      const newest = [...world.procedures.values()].flatMap((versions) => versions.slice(-1))
      const chosen =
        requestingCountry && countryOfReturn ? ofCorridor(world, { requestingCountry, countryOfReturn }) : newest
      const key = ({ procedure, step, what }: Gap) => `${procedure.id} ${step.key} ${what}`
      return pageOfList(chosen.flatMap(gapsOf), key, page)
    },
  }),
)

/** Within one country nobody returns, and no procedure serves. */
function ofCorridor(world: World, corridor: Corridor): readonly Procedure[] {
  if (corridor.requestingCountry === corridor.countryOfReturn) return []
  const own = procedureFor(world, corridor)
  return own ? [own] : []
}
