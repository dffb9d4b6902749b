import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { countryRoles } from '../../server/domain/cases/roles.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { checkProcedure } from '../../server/domain/procedures/check.ts'
import { procedureFor } from '../../server/domain/world.ts'

const procedures = shippedProcedures().map(({ procedure }) => procedure)
const world = readWorld(procedures)

describe('reference data', () => {
  test.each(procedures.map((one) => [one.id, one] as const))('%s loses no case', (_id, procedure) => {
    expect(checkProcedure(procedure)).toEqual([])
    expect(world.instruments.has(procedure.instrument)).toBe(true)
  })
  test('every directed corridor has a procedure and a crossing with a post on both sides', () => {
    for (const requestingCountry of countryCodes)
      for (const countryOfReturn of countryCodes) {
        if (requestingCountry === countryOfReturn) continue
        expect(procedureFor(world, { requestingCountry, countryOfReturn })).not.toBeNull()
        const crossing = [...world.crossings.values()].find(
          (one) => one.posts[requestingCountry] && one.posts[countryOfReturn],
        )
        expect(crossing, `${requestingCountry}-${countryOfReturn}`).toBeDefined()
      }
  })
  test('each role but the post has one competent office in each country', () => {
    for (const country of countryCodes)
      for (const role of countryRoles)
        if (role !== 'post') expect(world.competent.get(country)?.get(role), `${country} ${role}`).toBeDefined()
  })
  test('a consent form asks for every purpose, and versions begin on different days', () => {
    const purposes = [...(world.codes.get('consent-purpose')?.keys() ?? [])]
    for (const form of world.consentForms.values())
      expect(form.purposes.map(({ purpose }) => purpose)).toEqual(purposes)
    for (const versions of [world.consentForms, world.leaflets]) {
      const days = [...versions.values()].map(({ from }) => from)
      expect([days.length > 0, new Set(days).size]).toEqual([true, days.length])
    }
  })
  test('what a guard or a right rests on is in the register of instruments, and as sure as it is there', () => {
    const rights = [...world.leaflets.values()].flatMap((leaflet) => leaflet.rights.map(({ provision }) => provision))
    const provisions = [...rights, ...[...world.guardBasis.values()].flat()]
    expect(provisions.some(({ instrument }) => instrument !== null)).toBe(true)
    for (const { instrument, article, basis } of provisions) {
      const claims = instrument ? (world.instruments.get(instrument)?.claims ?? []) : []
      const named = claims.filter(({ clause }) => clause === article)
      // Without an instrument it is a rule of this service, and nobody has confirmed it.
      expect([instrument, article, basis.status]).toEqual(
        instrument ? [instrument, named[0]?.clause, named[0]?.basis.status] : [null, null, 'assumed'],
      )
    }
  })
  test('posts belong to the country they are named for, and offsets are those of the zones', () => {
    for (const { posts } of world.crossings.values())
      for (const [country, post] of Object.entries(posts)) expect(world.offices.get(post)?.country).toBe(country)
    for (const { zone, offsetMinutes } of world.countries.values()) {
      const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
        .formatToParts(Date.UTC(2026, 2, 2))
        .at(-1)?.value
      const [, hours = '0', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(name ?? '') ?? []
      expect(Number(hours) * 60 + Number(minutes)).toBe(offsetMinutes)
    }
  })
})
