import type { CaseFile } from '../cases/case-file.ts'
import { authorSide } from '../cases/case-state.ts'
import { replay } from '../cases/replay.ts'
import type { Side } from '../kernel/country.ts'
import { consentRecord } from './act-view.ts'
import type { SentView } from './case-view.ts'
import { reads } from './field-rules.ts'

/** The request as it went out, as far as one side reads it: what was found since is not in it. */
export function sentView({ state, procedure, acts }: CaseFile, side: Side): SentView | null {
  if (state.sentAt === null) return null
  const then = replay(
    procedure,
    acts.filter(({ seq }) => seq <= state.sentSeq),
  )
  const own = side === authorSide(state)
  const mayRead = then.consent && reads('Case', 'consent', { own, stopped: state.stopped })
  return { profile: then.profile, consent: mayRead ? consentRecord({ ...then.consent }, own) : null }
}
