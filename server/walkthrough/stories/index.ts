import type { Story } from '../scene.ts'
import { agreementStories } from './agreements.ts'
import { arrivalStories } from './arrivals.ts'
import { firstStories } from './first.ts'
import { listStories } from './list.ts'
import { meetingStories } from './meetings.ts'
import { stoppedStories } from './stopped.ts'
import { verificationStories } from './verification.ts'

export { firstStories }

/** One of every branch. The first three come last: their visits take years, and calendars are known for two. */
export const allStories: readonly Story[] = [
  ...verificationStories,
  ...stoppedStories,
  ...meetingStories,
  ...arrivalStories,
  ...listStories,
  ...agreementStories,
  ...firstStories,
]
