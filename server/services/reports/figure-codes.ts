import { type FigureDimensions, figureDimensions } from '../../domain/reports/figures/dimensions.ts'
import type { World } from '../../domain/world.ts'

/** Every code that a list ever had: old facts keep their meaning. */
const codesOf = (world: World, list: string): readonly string[] =>
  world.codeLists.get(list)?.codes.map(({ code }) => code) ?? []

/** What figures are divided by, with the code lists of this release. */
export const dimensionsIn = (world: World): FigureDimensions =>
  figureDimensions({
    sex: codesOf(world, 'sex'),
    exploitation: codesOf(world, 'exploitation'),
    sector: codesOf(world, 'sector'),
    holdReason: codesOf(world, 'hold-reason'),
    refusalReason: codesOf(world, 'refusal-reason'),
    disputeSubject: codesOf(world, 'dispute-subject'),
    service: codesOf(world, 'service'),
    minors: new Set(
      (world.codeLists.get('age-band')?.codes ?? []).filter(({ minor }) => minor).map(({ code }) => code),
    ),
  })
