import type { Role } from '../cases/roles.ts'
import { fieldRules, type Reach, type RuledType, readers, reads } from './field-rules.ts'

/** Who reads a field on one side, and from when: from the draft, or once the case was sent. */
interface Readers {
  readonly from: 'DRAFT' | 'SENT'
  readonly open: readonly Role[]
  readonly closed: readonly Role[]
}

/** One field of a case, plainly: for a matrix in print. */
export interface FieldRow {
  readonly type: RuledType
  readonly field: string
  readonly reach: Reach
  readonly own: Readers
  /** Null: the other side never reads it. */
  readonly other: Readers | null
}

/** The rules as rows, in the order of the types and of their fields. */
export const fieldTable = (): readonly FieldRow[] =>
  (Object.keys(fieldRules) as RuledType[]).flatMap((type) =>
    Object.entries<Reach>(fieldRules[type]).map(([field, reach]) => ({
      type,
      field,
      reach,
      own: { from: 'DRAFT', ...readers },
      other: reads(type, field as never, { own: false }) ? { from: 'SENT', ...readers } : null,
    })),
  )
