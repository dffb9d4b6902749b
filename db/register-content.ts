import { meetingOf } from '../server/domain/meetings/any-meeting.ts'
import type { Registered, RegisterKind } from '../server/domain/registers/register.ts'

/** Content as it was stored once, in the shape that the domain knows today. */
export function contentOf<K extends RegisterKind>(kind: K, text: string): Registered<K>['content'] {
  const stored = JSON.parse(text)
  return (kind === 'meeting' ? meetingOf(stored) : stored) as Registered<K>['content']
}
