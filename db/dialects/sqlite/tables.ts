import { allTables } from '../../tables/all.ts'
import { sqlite } from './vocabulary.ts'

// One export per table: this is what drizzle-kit reads to write the migrations.
export const {
  accounts,
  keys,
  cases,
  acts,
  parts,
  handovers,
  handoverCases,
  queue,
  journal,
  journalContent,
  journalParts,
  disclosures,
  erasures,
  statistics,
  outbox,
  idempotency,
  procedures,
  marks,
  registers,
  reckonings,
  escalations,
  agendaItems,
  workChanges,
  workPlaces,
} = allTables(sqlite)
