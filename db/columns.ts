import type { sqlite } from './dialects/sqlite/vocabulary.ts'

/** The vocabulary of columns, in the types of the dialect that stands for both. */
export type Vocabulary = typeof sqlite
