import { z } from 'zod'
import type { RulesByAudience } from '../../server/domain/reports/protection/rules.ts'
import { readJson } from './read.ts'
import { basis } from './shapes.ts'

const rules = z
  .strictObject({
    threshold: z.strictObject({ count: z.int().min(2).max(1000), basis }),
    interval: z.strictObject({ width: z.int().min(1).max(1000), basis }),
    dominance: z.strictObject({ contributors: z.int().min(1).max(6), percent: z.number().min(1).max(100), basis }),
  })
  .refine(({ threshold, interval }) => interval.width <= threshold.count - 2, {
    message: 'no wider than the threshold leaves it: a reader who knows the rule knows that much',
    path: ['interval', 'width'],
  })

const protectionRulesShape = z
  .strictObject({ version: z.int().min(1), governments: rules, public: rules })
  .refine((read) => read.public.threshold.count >= read.governments.threshold.count, {
    message: 'the public is not shown smaller counts than the governments',
    path: ['public', 'threshold'],
  })

/** The rules of disclosure control for each audience, in the words of `db/protection/protection-rules.json`. */
export function readProtectionRules(): RulesByAudience {
  const read = readJson(protectionRulesShape, 'protection/protection-rules.json')
  return { governments: read.governments, public: read.public }
}
