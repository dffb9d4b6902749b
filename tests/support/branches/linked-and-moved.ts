import { type Branch, draft } from './branch.ts'

/** B6: the person was helped before; and a running case moved to a newer procedure. */
export const again: readonly Branch[] = [
  {
    name: 'B6: linked to an earlier case by both',
    lines: [
      draft,
      ['home'],
      draft,
      ['until SENT'],
      ['B focal linkPreviousCase', { previousCaseId: '#2' }, 'LINK_TO_ITSELF'],
      ['B focal linkPreviousCase', { previousCaseId: '#1' }],
      ['B focal linkPreviousCase', { previousCaseId: '#1' }, 'PROPOSED_ALREADY'],
      ['A focal linkPreviousCase', { previousCaseId: '#1' }],
      ['A focal linkPreviousCase', { previousCaseId: '#1' }, 'LINKED_ALREADY'],
      ['home'],
    ],
  },
  {
    name: 'B6: proposed by the other side',
    lines: [
      draft,
      ['until SENT'],
      draft,
      ['until SENT'],
      ['A focal linkPreviousCase', { previousCaseId: '#1' }],
      ['until linkPreviousCase'],
      ['home'],
    ],
  },
  {
    name: 'moved to a newer version by both',
    lines: [
      draft,
      ['until IN_PROGRESS'],
      ['A focal moveCase', {}, 'NOTHING_NEWER'],
      ['a newer version is agreed'],
      ['A focal moveCase'],
      ['A focal moveCase', {}, 'PROPOSED_ALREADY'],
      ['B focal moveCase', {}, 'IN_PROGRESS'],
      ['B focal moveCase', {}, 'NOTHING_NEWER'],
      ['home'],
    ],
  },
  {
    name: 'moved to a newer version, proposed by the country of return',
    lines: [
      draft,
      ['until FOLLOW_UP'],
      ['a newer version is agreed'],
      ['B focal moveCase'],
      ['until moveCase'],
      ['home'],
    ],
  },
]
