import type { Code } from '../../domain/kernel/ids.ts'
import type { World } from '../../domain/world.ts'

/**
 * Dimensions that a field of HTCDS 2.0 corresponds to, and the code list whose entries name its values. A dimension that
 * would need a guess (the country of return is no citizenship) has none.
 * Source: Human Trafficking Case Data Standard 2.0, IOM, 24 December 2021, CC BY 4.0. IOM does not endorse this service.
 */
const fields: Readonly<Record<string, { readonly field: string; readonly list: string }>> = {
  sex: { field: 'prs_Gender', list: 'sex' },
  exploitation: { field: 'vic_TypeOfExploitation', list: 'exploitation' },
  sector: { field: 'vic_ForcedLabourIndustry', list: 'sector' },
}

export const htcdsField = (dimension: string): string | null => fields[dimension]?.field ?? null

/** The value of that field; empty where HTCDS has none that means the same. */
export function htcdsValue({ codes }: Pick<World, 'codes'>, dimension: string, code: string): string {
  const list = fields[dimension]?.list
  return (list && codes.get(list)?.get(code as Code)?.htcds) || ''
}
