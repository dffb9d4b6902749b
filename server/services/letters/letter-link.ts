import type { JournalId } from '../../domain/kernel/ids.ts'
import type { Letter } from '../../domain/letters/letter.ts'
import type { LetterSubject } from '../../domain/letters/letter-facts.ts'
import { linksTo } from '../links.ts'

/** What a link to a letter leads to. */
export interface LinkedLetter {
  readonly about: LetterSubject
  readonly journal: JournalId
  readonly languages: Letter['languages']
}

export const letterLinks = linksTo<LinkedLetter>('links')
