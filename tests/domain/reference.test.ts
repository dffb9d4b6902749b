import { expect, test } from 'vitest'
import { issueReference, parseReference } from '../../server/domain/cases/reference.ts'

test('the check symbol of the contract', () => {
  expect(issueReference('TH', 'KH', 2026, [5, 22, 2, 19, 7])).toBe('TH-KH-2026-7Q4M9D')
})
test('read as people type it: spaces, no dashes, lower case, native digits; a wrong check symbol is none', () => {
  for (const typed of ['th kh 2026 7q4m9d', 'THKH20267Q4M9D', 'TH-KH-២០២៦-៧Q4M៩D', 'th-kh-๒๐๒๖-๗q๔m๙d'])
    expect(parseReference(typed)).toBe('TH-KH-2026-7Q4M9D')
  for (const typed of ['TH-KH-2026-7Q4M9E', '', 'TH-KH-2026-7Q4M9', 'XX-KH-2026-7Q4M9D'])
    expect(parseReference(typed)).toBeNull()
})
