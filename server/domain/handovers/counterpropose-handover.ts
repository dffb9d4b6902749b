import { Refusal, refuse } from '../kernel/problem.ts'
import { handoverAction } from './act.ts'
import { counterproposeFields } from './inputs.ts'
import { meetingProblems } from './meeting.ts'

/**
 * The country of return names another crossing or time for a proposed list; the requesting country agrees or sets
 * another day itself. Its own notice is its own to shorten.
 */
export const counterproposeHandover = handoverAction(
  'counterproposeHandover',
  'The country of return names another crossing or time for a proposed list; the requesting country agrees to it.',
  counterproposeFields,
  ({ handover, files }, { crossing, at }, setting) => {
    if (handover.status !== 'PROPOSED') return refuse('NOT_POSSIBLE_NOW', { action: 'counterproposeHandover' })
    if (crossing === handover.crossing && at === handover.at) return refuse('SAME_MEETING', {}, ['at'])
    const unfit = meetingProblems(setting, files, { crossing, at }, undefined)
    if (unfit.length > 0) return new Refusal(unfit)
    return {
      handover: { ...handover, crossing, at, status: 'COUNTERPROPOSED' },
      inCase: ({ procedure }) => {
        const answered = procedure.steps.find((one) => one.action === 'confirmHandover' && one.owedBy.side === 'return')
        return { result: 'counterproposed', step: answered?.key }
      },
    }
  },
)
