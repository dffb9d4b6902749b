import type { Receipt } from '../server/domain/journal/entry.ts'
import type { JournalId } from '../server/domain/kernel/ids.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

const receiptsByIds = statement(({ q, t, within }) =>
  q
    .select({ id: t.journal.id, leaf: t.journal.leaf, at: t.journal.at })
    .from(t.journal)
    .where(within(t.journal.id, param('ids'))),
)

/** Receipts of journal entries; one statement, however many. */
export const receiptsOf = (engine: Engine, ids: readonly JournalId[]) =>
  engine.all(receiptsByIds, { ids: JSON.stringify(ids) }) as Promise<Receipt[]>
