import { caseIdByReference } from '../../db/case-queries.ts'
import { type DisclosureKey, disclosuresOf } from '../../db/disclosure-queries.ts'
import { certificatesOf } from '../../db/erasure-queries.ts'
import { registerEntry } from '../../db/register-queries.ts'
import { type ClosedCase, type ClosedKey, closedCasesOf } from '../../db/retention-queries.ts'
import { keyedHash, sha256 } from '../adapters/hashing.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { parseReference } from '../domain/cases/reference.ts'
import { mayAsk, type QuestionName } from '../domain/disclosure/question-rules.ts'
import { type SeenDisclosure, seeDisclosure } from '../domain/disclosure/reading.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import type { CaseId } from '../domain/kernel/ids.ts'
import type { ErasureRequest } from '../domain/registers/register.ts'
import { type Certificate, caseHash, isKnownTo } from '../domain/retention/certificate.ts'
import { closedAtOf, endOf, type RetentionDate, type Schedule, scheduleOf } from '../domain/retention/schedule.ts'
import { loadKnownFiles } from './load-files.ts'
import { fillPage, type Page, pageOf } from './page.ts'
import { rowKnownTo } from './row-known-to.ts'
import type { Service } from './service.ts'

export type { DisclosureKey }

/** The country of which somebody reads logs and ends of cases; for whom the table of rules does not name there are none. */
const countryRead = (question: QuestionName, { role, country }: Actor): CountryCode | null =>
  mayAsk(question, role) ? country : null

/** A reading, with a number that is the same for the same reader and tells nothing else. */
export interface LoggedReading extends SeenDisclosure {
  /** Null for readers of the other country. */
  readonly reader: string | null
  /** Where the next page begins. */
  readonly key: DisclosureKey
}

/** Who read which of the country's cases; of one case by its id or, while it is there, by its reference. */
export async function listDisclosures(
  service: Service,
  by: Actor,
  wanted: { readonly caseId: CaseId | null; readonly reference: string | null },
  after: DisclosureKey | null,
  first: number,
): Promise<Page<LoggedReading>> {
  const country = countryRead('disclosureLog', by)
  if (country === null) return pageOf([], first)
  const { engine, secret } = service
  const named =
    wanted.reference === null
      ? wanted.caseId
      : ((await caseIdByReference(engine, parseReference(wanted.reference) ?? '')) ?? ('' as CaseId))
  const rows = await disclosuresOf(engine, country, named, after, first + 1)
  const seen = rows.map((one) => {
    const seen = seeDisclosure(one, country)
    const reader = seen.own ? keyedHash(secret, `reader ${one.account}`).slice(0, 12) : null
    return { ...seen, reader, key: { at: one.at, id: one.id } }
  })
  return pageOf(seen, first)
}

/** Certificates of erased cases that the country knew of, or of the one whose old id it holds. */
export async function listErasures(
  service: Service,
  by: Actor,
  caseId: CaseId | null,
  after: Pick<Certificate, 'at' | 'id'> | null,
  first: number,
): Promise<Page<Certificate>> {
  const country = countryRead('erasures', by)
  if (country === null) return pageOf([], first)
  const hash = caseId === null ? null : caseHash(sha256, caseId)
  return pageOf(await certificatesOf(service.engine, country, hash, after, first + 1), first)
}

/** A closed case and its end. */
export interface Scheduled extends Schedule, ClosedKey {
  readonly reference: string
}

/** Where a person's request stands, the day on which it erases instead. */
function scheduled({ world }: Service, one: ClosedCase): Scheduled {
  const { id, reference, closedAt, isRequested } = one
  const { erased } = endOf(world, one, closedAt, isRequested)
  return { id, reference, ...scheduleOf(world, one, closedAt), erased }
}

export async function listScheduled(
  service: Service,
  by: Actor,
  after: ClosedKey | null,
  first: number,
): Promise<Page<Scheduled>> {
  const country = countryRead('retentionSchedule', by)
  if (country === null) return pageOf([], first)
  // What the country never heard of is passed over.
  return fillPage(
    after,
    first,
    (from, limit) => closedCasesOf(service.engine, country, from, limit),
    (rows) => rows.filter((one) => isKnownTo(rowKnownTo(service, one), country)).map((one) => scheduled(service, one)),
  )
}

/** A person's request, with the day on which the case goes. */
export interface ErasureRequestView extends ErasureRequest {
  readonly reference: string
  readonly erased: RetentionDate
}

export async function seeErasureRequest(service: Service, by: Actor, id: CaseId): Promise<ErasureRequestView | null> {
  const entry = await registerEntry(service.engine, 'erasure', id)
  // Looked for also where nobody asked: of a case that is not theirs a reader learns not even from the time it takes.
  const [stored] = await loadKnownFiles(service, [id], countryRead('retentionSchedule', by))
  const closedAt = stored && closedAtOf(stored.file)
  if (!entry || !closedAt) return null
  const { erased } = endOf(service.world, stored.file, closedAt, true)
  return { ...entry.content, reference: stored.file.reference, erased }
}
