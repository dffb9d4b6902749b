import { type Traces, tracesOf } from '../../db/erase-case.ts'
import { certificateWrite } from '../../db/erasure-queries.ts'
import { journalWrites } from '../../db/journal-writes.ts'
import { remainsSince } from '../../db/mark-queries.ts'
import { skipWrites } from '../../db/old-changes.ts'
import { sha256 } from '../adapters/hashing.ts'
import { momentOf, randomSalt } from '../chance.ts'
import type { CaseFile } from '../domain/cases/case-file.ts'
import { queueOf } from '../domain/cases/consequences.ts'
import { seal } from '../domain/journal/commitment.ts'
import type { Moment } from '../domain/kernel/moment.ts'
import { type Certificate, caseHash, type ErasureReason, knownTo } from '../domain/retention/certificate.ts'
import type { Service } from './service.ts'

/**
 * One case goes, in one commit with its certificate: all of it or nothing. Null where somebody acted in it meanwhile, or
 * another process erased it.
 */
export async function eraseCase(service: Service, file: CaseFile, why: ErasureReason): Promise<Certificate | null> {
  const traces = await tracesOf(service.engine, file)
  const at = momentOf(service.clock)
  const certificate = certificateOf(traces, why, at)
  const { id, ...said } = certificate
  const kind = 'caseErased'
  const sealed = seal({ id, kind, ...said }, [], { salt: randomSalt, sha256 })
  const lost = await service.engine.commit([
    ...traces.writes,
    certificateWrite(certificate),
    ...journalWrites({ id, kind, at: at.now, ...sealed }),
    remainsSince(at.now),
    // A draft that nobody went on with stood in somebody's queue; they are told that something is gone, and not what.
    ...skipWrites(queueOf(service.world, file, at.now).map(({ office }) => office)),
  ])
  if (lost !== null) return null
  service.files.forget(file.id)
  service.live.changed()
  return certificate
}

const certificateOf = ({ file, counts, soleEntries }: Traces, why: ErasureReason, at: Moment): Certificate => ({
  id: at.randomId(),
  at: at.now,
  why,
  ...knownTo(file),
  counts,
  journalEntries: soleEntries.length,
  caseHash: caseHash(sha256, file.id),
})
