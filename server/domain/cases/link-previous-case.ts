import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { bothCountries } from './both-countries.ts'
import { linkFields } from './branch-inputs.ts'

/**
 * The person was helped before. The two focal agencies match that on their own confidential channel; here each only
 * says which case it was, and the link stands once both have said the same.
 */
export const linkPreviousCase = caseAction(
  'linkPreviousCase',
  'Links the case to an earlier one of the same person; it counts once both focal agencies have said so.',
  linkFields,
  (file, { previousCaseId }, { by, named }) => {
    const previous = named.get(previousCaseId)
    const field = ['previousCaseId']
    if (previousCaseId === file.id) return refuse('LINK_TO_ITSELF', {}, field)
    const pair = [file.requestingCountry, file.countryOfReturn]
    // What the other country could not see would tell it of a case that is not its own.
    if (
      !previous?.state.sentAt ||
      !pair.includes(previous.requestingCountry) ||
      !pair.includes(previous.countryOfReturn)
    )
      return refuse('NOT_FOUND', {}, field)
    if (file.state.linkedPrevious) return refuse('LINKED_ALREADY')
    return bothCountries(file, 'linkPreviousCase', previousCaseId, by)
  },
)
