import type { Receipt } from '../../server/domain/journal/entry.ts'
import { builder } from '../builder.ts'

export const ReceiptRef = builder.objectRef<Receipt>('Receipt').implement({
  description:
    'What the service promises to have written down: keep it. It holds nothing of the case, and proves the entry later.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Random id of the journal entry, as it stands in the exported log.' }),
    leaf: t.exposeString('leaf', { description: 'Salted SHA-256 commitment to the entry’s canonical bytes, hex.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was written.' }),
  }),
})
