import type { World } from '../../server/domain/world.ts'
import { consentFormShape, guardBasisShape, leafletShape } from './consent-shapes.ts'
import { readFolder, readJson } from './read.ts'

/** Consent forms and leaflets in the order of their first days, and what the guards rest on. */
export function readConsentData(): Pick<World, 'consentForms' | 'leaflets' | 'guardBasis'> {
  const { guards } = readJson(guardBasisShape, 'guards/guard-basis.json')
  return {
    consentForms: inOrder(readFolder(consentFormShape, 'consent-forms')) as unknown as World['consentForms'],
    leaflets: inOrder(readFolder(leafletShape, 'leaflets')) as unknown as World['leaflets'],
    guardBasis: new Map(Object.entries(guards)) as unknown as World['guardBasis'],
  }
}

const inOrder = <T extends { readonly code: string; readonly from: string }>(versions: readonly T[]) =>
  new Map(
    versions.toSorted((one, other) => one.from.localeCompare(other.from)).map((version) => [version.code, version]),
  )
