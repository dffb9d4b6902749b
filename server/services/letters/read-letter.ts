import { lettersOfCase } from '../../domain/letters/case-letters.ts'
import { lettersOfHandover } from '../../domain/letters/handover-letters.ts'
import type { Letter } from '../../domain/letters/letter.ts'
import type { LetterFacts } from '../../domain/letters/letter-facts.ts'
import { seeCases, seeHandovers } from '../read.ts'
import type { Service } from '../service.ts'
import { signInByProof } from '../sign-in.ts'
import { letterLinks } from './letter-link.ts'

/**
 * The letter that a link leads to, as the one who asked for it may see it now: everything is looked at again, and each case
 * on it is marked as read. Null where the link is over, its owner has signed out, or the letter is not theirs any more.
 */
export async function letterByLink(
  service: Service,
  link: string,
): Promise<{ readonly facts: LetterFacts; readonly languages: Letter['languages'] } | null> {
  const linked = await letterLinks.open(service, link)
  const by = linked && (await signInByProof(service, linked.proof))
  if (!by) return null
  const { about, journal, languages } = linked
  const [list] = about.noun === 'Handover' ? await seeHandovers(service, by, [about.id]) : []
  const ids = about.noun === 'Case' ? [about.id] : (list?.caseIds ?? [])
  const views = (await seeCases(service, by, ids)).filter((view) => view !== null)
  const letters = list
    ? lettersOfHandover(service.world, list, views)
    : views.flatMap((view) => lettersOfCase(service.world, view))
  const facts = letters.find((one) => one.journal === journal)
  if (!facts) return null
  await service.readings.show(by, views, 'letter')
  return { facts, languages }
}
