import { z } from 'zod'
import { problemCodes } from '../../server/domain/kernel/problem-codes.ts'
import { guardNames } from '../../server/domain/procedures/guard-names.ts'
import { basis, day, key, label, text } from './shapes.ts'

// What a person is asked and told, and what the guards that protect the person rest on.

const provision = { instrument: key.nullable(), article: text.nullable(), basis }
const readOut = {
  code: key,
  version: z.int().min(1),
  from: day,
  status: z.enum(['proposed', 'agreed']),
  label,
  basis,
}

export const consentFormShape = z.strictObject({
  ...readOut,
  purposes: z.array(z.strictObject({ purpose: key, text: label, basis })).min(1),
})

export const leafletShape = z.strictObject({
  ...readOut,
  rights: z.array(z.strictObject({ key, text: label, provision: z.strictObject(provision) })).min(1),
})

/** Every guard is named: one without a provision is a rule of this service, and says so by an empty list. */
export const guardBasisShape = z.strictObject({
  version: z.int().min(1),
  guards: z.record(
    z.enum(guardNames),
    z.array(z.strictObject({ ...provision, codes: z.array(z.enum(problemCodes)).min(1).optional() })),
  ),
})
