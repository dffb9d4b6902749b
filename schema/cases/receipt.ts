import type { Receipt } from '../../server/domain/journal/entry.ts'
import type { JournalId } from '../../server/domain/kernel/ids.ts'
import { type ReceiptProof, receiptFiled } from '../../server/services/log/read-log.ts'
import { builder } from '../builder.ts'

const ReceiptProofRef = builder.objectRef<ReceiptProof>('ReceiptProof').implement({
  description:
    'That the entry of a receipt is in the log. Filed with the receipt it needs no service: `mekong-liaison verify` checks it, and so does anybody who reads how the bytes are made.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Place of the entry in the log, from 0.' }),
    kind: t.exposeString('kind', {
      description: 'Kind of the entry; with `id`, `at` and `leaf` of the receipt it makes the leaf of the tree.',
    }),
    checkpoint: t.exposeString('checkpoint', {
      description:
        'The signed checkpoint whose tree has the entry: a C2SP signed note, with the lines of its witnesses.',
    }),
    hashes: t.field({
      type: ['String'],
      description: 'Inclusion proof of RFC 6962, from the leaf to the root of the checkpoint, hex.',
      resolve: ({ hashes }) => [...hashes],
    }),
  }),
})

const ReceiptState = builder.enumType('ReceiptState', {
  description: 'How far the log has come with an entry.',
  values: {
    PENDING: {
      description: 'Written down, and not yet in a signed log: about a second, or until there is a signer again.',
    },
    SIGNED: { description: 'In a log that the hub signed.' },
    BINDING: { description: 'And the witnesses of at least four countries put their names under it.' },
  },
})

export const ReceiptRef = builder.objectRef<Receipt>('Receipt').implement({
  description:
    'What the service promises to have written down: keep it. It holds nothing of the case, and proves the entry later.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Random id of the journal entry, as it stands in the exported log.' }),
    leaf: t.exposeString('leaf', { description: 'Salted SHA-256 commitment to the entry’s canonical bytes, hex.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was written.' }),
    state: t.field({
      type: ReceiptState,
      description: 'How far the log has come with the entry. It changes, and is not part of what is filed.',
      resolve: async ({ id }, _args, { load }) => {
        const proof = await load.proof.load(id)
        return proof ? (proof.binding ? 'BINDING' : 'SIGNED') : 'PENDING'
      },
    }),
    proof: t.field({
      type: ReceiptProofRef,
      nullable: true,
      description:
        'The place of the entry in the log, and its proof; null while `state` is `PENDING`. To file: `id`, `leaf`, `at` and `proof`, as they are here.',
      resolve: ({ id }, _args, { load }) => load.proof.load(id),
    }),
  }),
})

builder.queryField('receipt', (t) =>
  t.field({
    type: ReceiptRef,
    nullable: true,
    description: 'A receipt that was filed while it was pending, now with its proof; null where there is none like it.',
    args: {
      id: t.arg.id({ required: true, description: 'Its id.' }),
      leaf: t.arg.string({ required: true, description: 'Its leaf: who knows both has the receipt.' }),
    },
    resolve: (_root, { id, leaf }, { service }) => receiptFiled(service, id as JournalId, leaf),
  }),
)
