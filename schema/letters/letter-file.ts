import type { Instant } from '../../server/domain/kernel/instant.ts'
import { builder } from '../builder.ts'

export const LetterFileRef = builder
  .objectRef<{ readonly link: string; readonly until: Instant }>('LetterFile')
  .implement({
    description: 'Where a letter is fetched as a file.',
    fields: (t) => ({
      path: t.string({
        description:
          'Path on this service, to be asked for with GET and no key: the link is the key. It ends with `until`, with the session and with the key that asked for it; whoever fetches it is marked as having read the case.',
        resolve: ({ link }) => `/letters/${link}`,
      }),
      until: t.expose('until', { type: 'DateTime', description: 'When the link ends.' }),
    }),
  })
