import { attemptWrite, failedOf, forgetAttemptsWrite, giveBackWrite } from '../../../db/attempt-queries.ts'
import type { Write } from '../../../db/statement.ts'
import { counted, paces, waitMs } from '../../domain/access/pace.ts'
import type { Service } from '../service.ts'
import { secretHash } from './secret-hash.ts'

/**
 * Who tries: what is tried, at which name, account, code or ticket, whether there is one or not, and the network it comes from.
 * The kind is apart, so that no name that somebody types is counted as another kind's.
 */
export interface Trying {
  readonly kind: 'password' | 'second step' | 'invitation' | 'enrolment'
  readonly at: string
  readonly network: string
}
/** Too many failed: try again after so many seconds. */
export class TooSoon {
  readonly seconds: number
  constructor(seconds: number) {
    this.seconds = seconds
  }
}
const subjectOf = (service: Service, { kind, at, network }: Trying) =>
  [
    [secretHash(service, `${kind} attempts`, at), paces.account],
    [secretHash(service, 'network attempts', network), paces.network],
  ] as const

/** Rivals that each want the next attempt: who loses this often waits a second. */
const RIVALS = 20

/** Counts an attempt as failed before it is looked at, so that a hundred at once are not a hundred free ones. */
export async function takeAttempt(service: Service, trying: Trying): Promise<TooSoon | null> {
  for (let rival = 0; rival < RIVALS; rival += 1) {
    const now = service.clock.now()
    const writes: Write[] = []
    for (const [subject, pace] of subjectOf(service, trying)) {
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
export function attemptSucceeded(service: Service, trying: Trying): readonly Write[] {
  const [[account], [network]] = subjectOf(service, trying) as unknown as readonly [
    readonly [string],
    readonly [string],
  ]
  return [forgetAttemptsWrite(account), giveBackWrite(network)]
}
