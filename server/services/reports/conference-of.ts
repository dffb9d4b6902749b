import type { Conference } from '../../domain/meetings/meeting.ts'
import type { Registered } from '../../domain/registers/register.ts'

/** The meeting of a series; null for a case management meeting. */
export const conferenceOf = ({ content }: Registered<'meeting'>): Conference | null =>
  'series' in content ? (content as unknown as Conference) : null
