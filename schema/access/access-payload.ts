import type { Receipt } from '../../server/domain/journal/entry.ts'
import type { AccessNoun } from '../../server/domain/kernel/noun.ts'
import type { AccessAnswer } from '../../server/services/access/administer.ts'
import { builder, type Ref } from '../builder.ts'
import { ReceiptRef } from '../cases/receipt.ts'
import type { Context } from '../context.ts'
import { ProblemRef } from '../problem.ts'

/** How a noun of access is answered with: its type, and how it is read through its gate. */
export interface Shown<T> {
  readonly noun: AccessNoun
  readonly ref: Ref<T>
  readonly load: (id: string, context: Context) => Promise<T | null>
}

const FIELDS = { Invitation: 'invitation', Account: 'account', ApiKey: 'apiKey' } as const

/** The payload of an act on access; `secret` names the field of what is shown once. */
export function accessPayload<T>(
  name: string,
  { noun, ref, load }: Shown<T>,
  secret?: { readonly field: string; readonly description: string },
) {
  return builder.objectRef<AccessAnswer>(`${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`).implement({
    description: `Outcome of \`${name}\`. On refusal all but the problems is null.`,
    fields: (t) => ({
      [FIELDS[noun]]: t.field({
        type: ref as never,
        nullable: true,
        description: 'What was acted on, afterwards; null on refusal.',
        resolve: ({ id }, _args, context) => (id ? load(id, context) : null) as never,
      }),
      ...(secret
        ? {
            [secret.field]: t.string({
              nullable: true,
              description: secret.description,
              resolve: ({ secret: shown }) => shown,
            }),
          }
        : {}),
      receipt: t.field({
        type: ReceiptRef,
        nullable: true,
        description: 'Receipt of the act.',
        resolve: ({ receipt }): Receipt | null => receipt,
      }),
      problems: t.field({
        type: [ProblemRef],
        description: 'Why it was refused; empty when it was done.',
        resolve: ({ problems }) => [...problems],
      }),
    }),
  })
}

export const idempotencyKey = {
  required: true,
  description: 'Made by the client, 16 to 64 characters: the same act sent twice is done once, for 7 days.',
} as const
