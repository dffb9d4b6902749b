import { actingFor } from '../disclosure/act-rules.ts'
import { aggregateImports, day, figures, optional, statement } from '../kernel/fields.ts'
import { localDay } from '../kernel/instant.ts'
import { type Problem, problem, Refusal } from '../kernel/problem.ts'
import { registerAct, registered } from '../registers/act.ts'
import { calendarOf, type World } from '../world.ts'
import { sumProblems, withTotal } from './add-up.ts'
import type { Reported } from './aggregate.ts'
import type { IsMinor } from './breakdown.ts'
import { figureProblems, overlapProblems } from './figure-problems.ts'

const OF_GOVERNMENTS = 'Read by the secretariat and all six countries.'
const fields = {
  definition: statement(`Whom the country counts, by its own law and practice. ${OF_GOVERNMENTS}`),
  coverage: statement(`What the figures take in and what they leave out: places, agencies, periods. ${OF_GOVERNMENTS}`),
  source: statement(
    `Where the figures were published, or whose register they are from; an agency, no person. ${OF_GOVERNMENTS}`,
  ),
  sourceDay: day('past', 'Local day of the source.'),
  figures: figures('The figures: at most 1,000 totals and parts together.'),
  replaces: optional(
    aggregateImports(
      'Earlier imports of the country that this one takes the place of, each whole; by their id, which FIGURES_OVERLAP names.',
    ),
  ),
} as const

/**
 * A country’s own published totals. Figures that do not add up, that were reported already or that are of another country
 * are refused, all faults at once; nothing is averaged or mended.
 */
export const importAggregates = registerAct({
  name: 'importAggregates',
  kind: 'aggregates',
  changes: false,
  fields,
  description:
    'The taskforce or the administrator of a country hands in its published national totals, with its own definition, coverage and source. Each country answers for its own figures; they are shown beside those of others and never mixed with them.',
  decide: (_entry, input, { world, by, at, reported = NOTHING }) => {
    const country = actingFor('importAggregates', by)
    if (country instanceof Refusal) return country
    const replaces = input.replaces ?? []
    const today = localDay(at.now, calendarOf(world, country).offsetMinutes)
    const isMinor = minorsIn(world)
    const given = figureProblems(input.figures, country, today)
    const whole = input.figures.map((figure) => withTotal(figure, isMinor))
    const problems = [
      ...(input.figures.length === 0 ? [problem('FIGURES_MISSING', {}, ['figures'])] : []),
      ...given,
      // What is there twice would be added up twice.
      ...(given.length === 0 ? sumProblems(whole, isMinor) : []),
      ...replaceProblems(replaces, reported),
      ...overlapProblems(input.figures, reported, replaces),
    ]
    if (problems.length > 0) return new Refusal(problems)
    const { definition, coverage, source, sourceDay } = input
    const said = { country, number: reported.count + 1, definition, coverage, source, sourceDay, replaces }
    const content = { ...said, office: by.office, importedAt: at.now, figures: whole }
    return registered('aggregates', at.newId(), null, content)
  },
})

const NOTHING: Reported = { count: 0, named: [], current: [] }

const minorsIn =
  (world: World): IsMinor =>
  (band) =>
    world.codes.get('age-band')?.get(band)?.minor === true

/** An import of another country is the import of nobody; one that was replaced has nothing left to replace. */
const replaceProblems = (replaces: readonly string[], { named }: Reported): readonly Problem[] =>
  replaces.flatMap((id, place) => {
    const path = ['replaces', String(place)]
    const found = named.find((one) => one.id === id)
    if (!found) return [problem('NOT_FOUND', {}, path)]
    return found.replacedBy === null ? [] : [problem('IMPORT_REPLACED_ALREADY', { import: found.replacedBy }, path)]
  })
