import type { Engine } from '../../../db/engine.ts'
import { keptAt } from '../../../db/log-queries.ts'
import { treeHash } from '../../adapters/tree-hashing.ts'
import { leavesNeeded, type ProofPlan, planConsistency, proofOf } from '../../domain/journal/proofs.ts'
import type { Hash } from '../../domain/journal/tree.ts'

/** Hashes for several proofs; one statement, however many. */
export async function prove(engine: Engine, plans: readonly ProofPlan[]): Promise<readonly (readonly Hash[])[]> {
  const kept = await keptAt(engine, leavesNeeded(plans))
  return plans.map((plan) => proofOf(treeHash, plan, kept))
}

/** That the log of `to` entries continues that of `from` entries. */
export async function proveConsistency(engine: Engine, from: number, to: number): Promise<readonly Hash[]> {
  const [proof] = await prove(engine, [planConsistency(from, to)])
  return proof ?? []
}
