import type { Stage } from '../domain/cases/stage.ts'
import { after, requesting, returning, type Scene } from './scene.ts'

// What follows reception, and how a case ends.

export const planReintegration = returning('welfare', 'planReintegration', 'FOLLOW_UP', ({ day }) => ({
  place: 'family',
  services: ['livelihood'],
  occupation: 'in-training',
  startsOn: day,
  personAgrees: true,
}))

/** A visit, so many days after the one before it. */
export const visit = (days: number, outcome: string): Scene =>
  after(
    days,
    returning('welfare', 'recordFollowUp', 'FOLLOW_UP', ({ day }) => ({
      visitedOn: day,
      outcome,
      risk: 'none',
      services: ['social-care'],
      occupation: 'in-training',
    })),
  )

export const tell = (outcome: string): Scene => returning('focal', 'sendFeedback', 'FOLLOW_UP', () => ({ outcome }))

export const proposeClosure = (reason: string, stage: Stage): Scene =>
  returning('focal', 'proposeClosure', stage, () => ({ reason }))

/** Both countries close: the country of return proposes, the requesting country agrees. */
const close = (reason: string, stage: Stage): readonly Scene[] => [
  proposeClosure(reason, stage),
  requesting('focal', 'closeCase', 'CLOSED'),
]

/** The person wishes no visits: a plan, and the case is closed. */
export const settleIn: readonly Scene[] = [planReintegration, ...close('returned-and-settled', 'FOLLOW_UP')]

/** The case stopped: nothing is left but to close it. */
export const closeStopped = (reason: string): readonly Scene[] => close(reason, 'STOPPED')
