import type { HandoverView } from '../../server/domain/disclosure/see-handover.ts'
import { totalOf } from '../../server/domain/handovers/counts.ts'
import { type Counts, countCells } from '../../server/domain/kernel/fields.ts'
import type { CaseId, HandoverId } from '../../server/domain/kernel/ids.ts'
import { lettersOfHandover } from '../../server/domain/letters/handover-letters.ts'
import { builder } from '../builder.ts'
import { CaseRef } from '../cases/case-ref.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import type { Context } from '../context.ts'
import { countryField } from '../directory/country.ts'
import { CrossingRef } from '../directory/crossing.ts'
import { HandoverStatusEnum } from '../enums.ts'
import { idOf } from '../global-id.ts'
import { cellDescription } from '../input-field.ts'
import { LetterRef } from '../letters/letter.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { wordsField } from '../text.ts'
import { HandoverRef } from './handover-ref.ts'

const CountsRef = builder.objectRef<Counts>('Counts').implement({
  description: 'Persons, adult or minor by female, male, other; zero where none.',
  fields: (t) => ({
    ...(Object.fromEntries(
      countCells.map((cell) => [cell, t.exposeInt(cell, { description: cellDescription(cell) })]),
    ) as Record<(typeof countCells)[number], ReturnType<typeof t.exposeInt>>),
    total: t.int({ description: 'All persons.', resolve: totalOf }),
  }),
})

/** Each case passes its own gate: one the reader may not see is left out. */
const casesOf = async ({ load }: Context, ids: readonly CaseId[]) =>
  (await Promise.all(ids.map((id) => load.case.load(id, 'handover')))).filter((one) => one !== null)

HandoverRef.implement({
  description: 'A list of one or many cases of one corridor, at one crossing and time.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Handover', ({ id }: HandoverView) => id)),
    version: t.exposeInt('version', { description: 'Rises by one with every act; give it as `expectedVersion`.' }),
    status: t.expose('status', { type: HandoverStatusEnum, description: 'Where it stands.' }),
    statusLabel: t.string(wordsField('That in words.', ({ status }) => `labels:handover.${status}`)),
    requestingCountry: t.field(countryField('Where the persons are.', ({ requestingCountry }) => requestingCountry)),
    countryOfReturn: t.field(countryField('Where they return to.', ({ countryOfReturn }) => countryOfReturn)),
    crossing: t.field({
      type: CrossingRef,
      nullable: true,
      description: 'Where the two posts meet.',
      resolve: ({ crossing }, _args, { service }) => service.world.crossings.get(crossing) ?? null,
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When they meet.' }),
    cases: t.field({
      type: [CaseRef],
      description: 'Cases on the list that the caller may see.',
      resolve: ({ caseIds }, _args, context) => casesOf(context, caseIds),
    }),
    counts: t.expose('counts', { type: CountsRef, description: 'Persons on the list.' }),
    escort: t.field({
      type: CodedValueRef,
      description: 'Who escorts.',
      resolve: ({ escort }) => ({ list: 'escort', code: escort }),
    }),
    transport: t.field({
      type: CodedValueRef,
      description: 'Kind of transport.',
      resolve: ({ transport }) => ({ list: 'transport', code: transport }),
    }),
    needs: t.field({
      type: [CodedValueRef],
      description: 'What the list as a whole needs on the way.',
      resolve: ({ needs }) => needs.map((code) => ({ list: 'needs', code })),
    }),
    handedOverAt: t.expose('handedOverAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the persons were handed over.',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', nullable: true, description: 'When they were received.' }),
    missing: t.field({
      type: [CaseRef],
      description: 'Handed over and not yet confirmed as received.',
      resolve: ({ missing }, _args, context) => casesOf(context, missing),
    }),
    letters: t.field({
      type: [LetterRef],
      description:
        'Letters that acts on the list are, oldest first, with the cases on it that the caller may see. One that was taken off the list is not named any more.',
      resolve: async (list, _args, context) => [
        ...lettersOfHandover(context.service.world, list, await casesOf(context, list.caseIds)),
      ],
    }),
  }),
})

nodeFinder('Handover', (id, { load }) => load.handover.load(id as HandoverId))

builder.queryField('handover', (t) =>
  t.field({
    type: HandoverRef,
    nullable: true,
    description: 'One handover; null when there is none, or none for the caller.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: (_root, { id }, { load }) => load.handover.load(idOf('Handover', id) as HandoverId),
  }),
)
