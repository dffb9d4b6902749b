import type { Engine } from '../../db/engine.ts'

export const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/**
 * What a proof plays of a list: in full all of it; in the sample one in `every`, from a place that the seed says, and from
 * another place on the other engine.
 */
export function sampled<T>(list: readonly T[], every: number, kind: Engine['kind']): readonly T[] {
  if (process.env['PROOFS'] === 'full') return list
  const from = seed + (kind === 'sqlite' ? 0 : Math.floor(every / 2))
  return list.filter((_, position) => (position + from) % every === 0)
}

/** How many random tries a proof makes: in the sample, in full. */
export const runs = (inSample: number, inFull: number): number => (process.env['PROOFS'] === 'full' ? inFull : inSample)
