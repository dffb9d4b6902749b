import { builder } from '../builder.ts'

/** A text before and after it was made Unicode. */
export interface Converted {
  readonly before: string
  readonly after: string
}

export const ConvertedRef = builder.objectRef<Converted>('ConvertedText').implement({
  description: 'Burmese that was typed in Zawgyi, and the Unicode that is stored: look whether it says the same.',
  fields: (t) => ({
    before: t.exposeString('before', { description: 'As it was typed.' }),
    after: t.exposeString('after', { description: 'As it is stored.' }),
  }),
})
