import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import type { Consent } from '../../server/domain/cases/case-state.ts'
import { type ConsentForm, formInForce, formOf, formProblems } from '../../server/domain/cases/consent-form.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Day } from '../../server/domain/kernel/instant.ts'
import type { Label } from '../../server/domain/kernel/language.ts'
import type { World } from '../../server/domain/world.ts'
import { consent } from '../support/way-home.ts'

const shipped = readWorld(shippedProcedures().map(({ procedure }) => procedure))
const first = [...shipped.consentForms.values()][0] as ConsentForm
const day = (text: string) => text as Day
/** A second version, from July on, that nobody has written in Lao yet. */
const second: ConsentForm = {
  ...first,
  code: 'consent-2026-2' as Code,
  version: 2,
  from: day('2026-07-01'),
  purposes: first.purposes.map((one) => {
    const { lo: _lo, ...text } = one.text
    return { ...one, text: text as Label }
  }),
}
const world: World = { ...shipped, consentForms: new Map([first, second].map((form) => [form.code, form])) }
const asked = (more: object) => ({ ...consent, form: null, readIn: null, ...more }) as unknown as Consent
const problems = (more: object) => formProblems(world, asked(more)).map(({ code, field }) => [code, field.join('.')])

describe('which form is read out', () => {
  test('each version is in force until the day before the next one is', () => {
    expect(formInForce(world, day('2025-12-31'))).toBeNull()
    expect(formInForce(world, day('2026-01-01'))?.code).toBe('consent-2026-1')
    expect(formInForce(world, day('2026-06-30'))?.code).toBe('consent-2026-1')
    expect(formInForce(world, day('2026-07-01'))?.code).toBe('consent-2026-2')
  })

  test('left out it is the one in force on the day of the decision, and none before the first', () => {
    expect(formOf(world, asked({ givenOn: '2026-06-30' }))).toBe('consent-2026-1')
    expect(formOf(world, asked({ givenOn: '2026-07-01' }))).toBe('consent-2026-2')
    expect(formOf(world, asked({ givenOn: '2025-12-31' }))).toBeNull()
    expect(problems({ givenOn: '2025-12-31', language: 'other', interpreter: 'not-needed' })).toEqual([])
  })

  test('one that was not yet or no longer in force is refused', () => {
    const wrong = [['CONSENT_FORM_NOT_IN_FORCE', 'form']]
    expect(problems({ form: 'consent-2026-2', givenOn: '2026-06-30', language: 'th' })).toEqual(wrong)
    expect(problems({ form: 'consent-2026-1', givenOn: '2026-07-01' })).toEqual(wrong)
    expect(problems({ form: 'consent-2026-1', givenOn: '2026-06-30' })).toEqual([])
  })
})

describe('in which language it is read', () => {
  const needed = [['INTERPRETER_NEEDED', 'interpreter']]
  test('a language without a form needs an interpreter, of the version in force on the day', () => {
    const alone = { interpreter: 'not-needed' }
    expect(problems({ ...alone, language: 'other' })).toEqual(needed)
    expect(problems({ ...alone, language: 'lo' })).toEqual([])
    expect(problems({ ...alone, language: 'lo', givenOn: '2026-07-01' })).toEqual(needed)
    expect(problems({ interpreter: 'not-available', language: 'other' })).toEqual(needed)
    expect(problems({ interpreter: 'used', language: 'other' })).toEqual([])
  })

  test('a form that was read in another language than the person’s needs one too', () => {
    expect(problems({ language: 'lo', readIn: 'th', interpreter: 'not-needed' })).toEqual(needed)
    expect(problems({ language: 'lo', readIn: 'lo', interpreter: 'not-needed' })).toEqual([])
    expect(problems({ language: 'other', readIn: 'th', interpreter: 'used' })).toEqual([])
  })

  test('it cannot have been read in a language in which it is not written', () => {
    expect(problems({ language: 'other', readIn: 'other' })).toEqual([['CONSENT_FORM_LANGUAGE', 'readIn']])
  })

  test('who says no to everything is heard without form and interpreter', () => {
    const no = {
      share: 'refused',
      return: 'refused',
      traceFamily: 'refused',
      followUp: 'not-yet',
      statistics: 'refused',
    }
    expect(problems({ ...no, language: 'other', interpreter: 'not-available' })).toEqual([])
    expect(problems({ ...no, statistics: 'given', language: 'other', interpreter: 'not-available' })).toEqual(needed)
  })
})
