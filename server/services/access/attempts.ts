import { attemptWrite, failedOf, forgetAttemptsWrite, giveBackWrite } from '../../../db/attempt-queries.ts'
import type { Write } from '../../../db/statement.ts'
import { counted, type Pace, paces, waitMs } from '../../domain/access/pace.ts'
import type { Service } from '../service.ts'
import { secretHash } from './secret-hash.ts'

/**
 * Who tries: what is tried, at which name, account, code or ticket, whether there is one or not, and the network it comes from.
 * The kind is apart, so that no name that somebody types is counted as another kind's.
 */
export type Trying =
  | {
      readonly kind: 'password' | 'second step' | 'invitation' | 'enrolment'
      readonly at: string
      readonly network: string
    }
  /** Begun at a provider, where nobody is named yet: the network alone. */
  | { readonly kind: 'provider'; readonly network: string }
/** Too many failed: try again after so many seconds. */
export class TooSoon {
  readonly seconds: number
  constructor(seconds: number) {
    this.seconds = seconds
  }
}
const subjectsOf = (service: Service, trying: Trying): readonly (readonly [string, Pace])[] =>
  trying.kind === 'provider'
    ? [[secretHash(service, 'provider attempts', trying.network), paces.network]]
    : [
        [secretHash(service, `${trying.kind} attempts`, trying.at), paces.account],
        [secretHash(service, 'network attempts', trying.network), paces.network],
      ]

/** Rivals that each want the next attempt: who loses this often waits a second. */
const RIVALS = 20

/** Counts an attempt as failed before it is looked at, so that a hundred at once are not a hundred free ones. */
export async function takeAttempt(service: Service, trying: Trying): Promise<TooSoon | null> {
  for (let rival = 0; rival < RIVALS; rival += 1) {
    const now = service.clock.now()
    const writes: Write[] = []
    for (const [subject, pace] of subjectsOf(service, trying)) {
      const failed = await failedOf(service.engine, subject)
      const wait = waitMs(failed, pace, now)
      if (wait > 0) return new TooSoon(Math.ceil(wait / 1000))
      writes.push(attemptWrite(subject, failed, counted(failed, now) + 1, now))
    }
    if ((await service.engine.commit(writes)) === null) return null
  }
  return new TooSoon(1)
}

/** It was right: the account starts anew, and the network loses nothing by it. */
export const attemptSucceeded = (service: Service, trying: Trying): readonly Write[] =>
  subjectsOf(service, trying).map(([subject, pace]) =>
    pace === paces.account ? forgetAttemptsWrite(subject) : giveBackWrite(subject),
  )
