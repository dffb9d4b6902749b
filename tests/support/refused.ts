import { expect } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Api } from './api.ts'
import { isIn } from './scripts.ts'
import { stored } from './stored.ts'

export type Who = readonly [country: CountryCode, role: Role, office?: string]

const LETTERS = { KH: 'km', CN: 'zh', LA: 'lo', MM: 'my', TH: 'th', VN: null } as const

/**
 * The act is refused and leaves nothing; whoever tried reads why in the own letters, without a code in it. What each
 * problem is and where it lies: `CODE` or `CODE at.field`.
 */
export async function refused(api: Api, who: Who, name: string, input: object): Promise<readonly string[]> {
  const [country, role, office] = who
  const before = await stored(api.engine)
  const done = await api.act(await api.key(country, role, 1, office as never), name, input)
  expect(done, name).toMatchObject({ noun: null, receipt: null })
  expect(await stored(api.engine), name).toEqual(before)
  const letters = LETTERS[country]
  return done.problems.map(({ code, message, next, field }: Told) => {
    const words = `${message} ${next ?? ''}`
    expect(words, code).not.toMatch(/[A-Z]{3,}_|\{\{|problems:/)
    if (letters) expect([code, isIn(letters, message)]).toEqual([code, true])
    return field.length > 0 ? `${code} ${field.join('.')}` : code
  })
}

interface Told {
  readonly code: string
  readonly message: string
  readonly next: string | null
  readonly field: readonly string[]
}
