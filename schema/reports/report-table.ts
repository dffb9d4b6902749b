import { captionIn, categoryIn, chartIn, dimensionIn } from '../../server/documents/reports/on-screen.ts'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { Duration, FigureQuery, ReportCell, ReportTable } from '../../server/domain/reports/report.ts'
import { builder } from '../builder.ts'
import { countryField, maybeCountryField } from '../directory/country.ts'
import { closedList } from '../enums.ts'
import { languageArgument } from '../text.ts'

const LeftOutEnum = closedList('LeftOut', 'Why a number is not shown.', {
  protection: 'To protect persons; nothing says whether the number itself is small.',
  clearance: 'A country did not clear it.',
} satisfies Record<NonNullable<ReportCell['leftOut']>, string>)

interface Condition {
  readonly dimension: string
  readonly category: string
}
export const conditionsOf = (where: Where): readonly Condition[] =>
  Object.entries(where).map(([dimension, category]) => ({ dimension, category }))

export const ConditionRef = builder.objectRef<Condition>('FigureCondition').implement({
  description: 'What holds of all that a cell counts.',
  fields: (t) => ({
    dimension: t.exposeString('dimension', { description: 'By what is divided; the same name in every table.' }),
    category: t.exposeString('category', { description: 'Code of the category.' }),
    label: t.string({
      description: 'The category in words.',
      args: languageArgument(),
      resolve: ({ dimension, category }, { language }, context) =>
        categoryIn(context.service.world, language ?? context.language, dimension, category),
    }),
  }),
})

const CellRef = builder.objectRef<ReportCell>('FigureCell').implement({
  description: 'One number of a table. A dimension that it does not name is summed over.',
  fields: (t) => ({
    where: t.field({
      type: [ConditionRef],
      description: 'What it counts.',
      resolve: ({ where }) => [...conditionsOf(where)],
    }),
    count: t.exposeInt('count', { nullable: true, description: 'How many; null where it is left out.' }),
    leftOut: t.expose('leftOut', {
      type: LeftOutEnum,
      nullable: true,
      description: 'Why it is left out; null where the number is shown.',
    }),
  }),
})

const DimensionRef = builder.objectRef<ReportTable['dimensions'][number]>('FigureDimension').implement({
  description: 'By what a table is divided.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The same name in every table.' }),
    label: t.string({
      description: 'In words.',
      args: languageArgument(),
      resolve: ({ name }, { language }, context) =>
        dimensionIn(context.service.world, language ?? context.language, name),
    }),
    categories: t.stringList({
      description: 'Codes of its categories, in the order in which they are shown.',
      resolve: ({ categories }) => [...categories],
    }),
  }),
})

const QueryRef = builder.objectRef<FigureQuery>('FigureQuery').implement({
  description: 'What was asked of the store: enough to ask the same again.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'milestone, step, branch, service or open-step.' }),
    name: t.exposeString('name', { nullable: true, description: 'Which of the kind; null: all.' }),
    by: t.stringList({ description: 'Names of the dimensions.', resolve: ({ by }) => [...by] }),
    from: t.exposeString('from', { description: 'First quarter, YYYY-Qn.' }),
    to: t.exposeString('to', { description: 'Last quarter, YYYY-Qn.' }),
    requestingCountry: t.field(
      maybeCountryField('Of one direction alone; null: of all.', ({ corridor }) => corridor?.requestingCountry ?? null),
    ),
    countryOfReturn: t.field(
      maybeCountryField('Of one direction alone; null: of all.', ({ corridor }) => corridor?.countryOfReturn ?? null),
    ),
  }),
})

export const ReportTableRef = builder.objectRef<ReportTable>('ReportTable').implement({
  description: 'A table of counts, protected: the only way in which counted persons come to a reader.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'The same in every report, language and format.' }),
    caption: t.string({
      description: 'What it shows, in words.',
      args: languageArgument(),
      resolve: (table, { language }, context) => captionIn(context.service.world, language ?? context.language, table),
    }),
    query: t.expose('query', { type: QueryRef, description: 'What it was made of.' }),
    snapshot: t.expose('snapshot', { type: 'DateTime', description: 'When it was read and frozen.' }),
    isWithheld: t.boolean({
      description:
        'It could not be protected: none of its cells is shown but those that other tables show as well, and of the others not even that they are not zero.',
      resolve: ({ isWithheld = false }) => isWithheld,
    }),
    dimensions: t.field({
      type: [DimensionRef],
      description: 'By what it is divided.',
      resolve: ({ dimensions }) => [...dimensions],
    }),
    chart: t.string({
      nullable: true,
      description:
        'Its rows as horizontal bars for a screen: an option of Apache ECharts, as JSON text. Null where there is nothing to compare.',
      args: languageArgument(),
      resolve: (table, { language }, context) => chartIn(context.service.world, language ?? context.language, table),
    }),
    cells: t.field({
      type: [CellRef],
      description: 'A number for each combination of categories and for each total.',
      resolve: ({ cells }) => [...cells],
    }),
  }),
})

export const DurationRef = builder.objectRef<Duration>('StepDuration').implement({
  description:
    'How long a step took: median of all and 90th percentile, both by nearest rank, of the steps that were done in the period.',
  fields: (t) => ({
    step: t.expose('step', { type: 'Code', description: 'The act that does it.' }),
    owedBy: t.field(countryField('The country that owed it.', ({ owedBy }) => owedBy)),
    table: t.exposeString('table', { description: 'Id of the table in which `n` is a cell.' }),
    n: t.exposeInt('n', { nullable: true, description: 'On how many it was measured; null where that is left out.' }),
    medianDays: t.int({
      nullable: true,
      description: 'Whole days; null where `n` is.',
      resolve: ({ median }) => median,
    }),
    percentile90Days: t.int({
      nullable: true,
      description: 'Whole days; null where `n` is.',
      resolve: ({ percentile90 }) => percentile90,
    }),
    notYetDue: t.exposeInt('notYetDue', {
      nullable: true,
      description: 'Steps open at the snapshot and not yet due, in no median; null where that is left out.',
    }),
  }),
})
