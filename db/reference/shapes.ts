import { z } from 'zod'
import { roles } from '../../server/domain/cases/roles.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import { actionNames } from '../../server/domain/procedures/action-names.ts'
import { guardNames } from '../../server/domain/procedures/guard-names.ts'
import { routes } from '../../server/domain/procedures/procedure.ts'
import { whenFacts } from '../../server/domain/procedures/when.ts'

// The shapes of reference data. A file that does not fit stops the start, with the place named.

export const text = z.string().min(1)
export const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const day = z.iso.date()
const country = z.enum(countryCodes)
export const basis = z.strictObject({
  status: z.enum(['sourced', 'assumed', 'agreed']),
  source: text,
  note: text.optional(),
})
export const label = z.strictObject(
  Object.fromEntries(languages.map((language) => [language, text])) as Record<(typeof languages)[number], typeof text>,
)

export const countriesShape = z.array(
  z.strictObject({
    code: country,
    label,
    languages: z.array(z.enum(languages)),
    zone: text,
    offsetMinutes: z.int(),
    calendars: z.array(text),
    digits: z.array(text),
    weekend: z.array(z.int().min(1).max(7)),
    basis: z.record(z.string(), basis),
  }),
)

export const officesShape = z.array(
  z.strictObject({
    id: key,
    country: country.nullable(),
    kind: key,
    label,
    ownName: z.record(z.string(), text).nullable(),
    roles: z.array(z.enum(roles)),
    competent: z.array(z.enum(roles)),
    district: label.nullable(),
    hours: z.strictObject({ open: text, close: text, everyDay: z.boolean(), basis }).nullable().optional(),
    basis,
  }),
)

export const crossingsShape = z.array(
  z.strictObject({
    id: key,
    pair: z.tuple([country, country]),
    kind: key,
    posts: z.partialRecord(country, key),
    label,
    handover: z.strictObject({ permitted: z.boolean(), basis }),
    basis,
  }),
)

const specialDay = z.strictObject({ day, label, basis, substitutes: day.optional() })
export const calendarShape = z.strictObject({
  country,
  year: z.int(),
  version: z.int(),
  holidays: z.array(specialDay),
  makeUpDays: z.array(specialDay),
})

export const codeListShape = z.strictObject({
  list: key,
  version: z.int(),
  from: day,
  label,
  basis,
  codes: z.array(
    z.strictObject({
      code: key,
      label,
      basis,
      htcds: text.optional(),
      until: day.optional(),
      minor: z.boolean().optional(),
    }),
  ),
})

export const questionsShape = z.strictObject({
  version: z.int(),
  questions: z.array(
    z.strictObject({
      code: key,
      label,
      topic: key,
      answer: z.strictObject({
        type: z.enum(['boolean', 'count', 'day', 'code', 'codes', 'country']),
        list: key.optional(),
        min: z.int().optional(),
        max: z.int().optional(),
      }),
      basis,
    }),
  ),
})

export const instrumentShape = z.strictObject({
  id: key,
  version: z.int(),
  kind: key,
  parties: z.array(country),
  label,
  officialTitle: z.record(z.string(), text),
  status: key,
  parent: key.nullable(),
  supersedes: key.nullable(),
  agencies: z.array(key),
  authenticLanguages: z.array(text).nullable(),
  claims: z.array(
    z.strictObject({
      what: key,
      value: text,
      clause: text.optional(),
      basis,
      conflictsWith: z.array(z.int()).optional(),
    }),
  ),
})

const side = z.enum(['requesting', 'return'])
const unit = z.enum(['workingDays', 'days', 'hours', 'months'])
const count = z.int().min(1).max(1000)
const owners = z.strictObject({ side, roles: z.array(z.enum(roles)) })
const when = z.union([
  z.strictObject({ fact: z.enum(Object.keys(whenFacts) as [keyof typeof whenFacts]) }),
  z.strictObject({ step: key, result: z.array(key).min(1) }),
])
const routesShape = z.array(z.enum(routes)).min(1)

/** Labels of steps by key, and of acts between steps by action, or by action and side. */
export const stepLabelsShape = z.record(z.string(), label)

/** Names of days that a country declared in the service itself. */
export const declaredDaysShape = z.strictObject({ holiday: label, makeUpDay: label })

export const ladderShape = z.strictObject({
  levels: z.array(z.strictObject({ level: z.int().min(1).max(3), workingDaysAfter: z.int().min(0) })).length(3),
  basis,
})

const counted = z.strictObject({ count: z.int().min(0).max(1200), basis })
export const retentionShape = z.strictObject({
  country,
  version: z.int().min(1),
  blockAfterDays: counted,
  keepAtLeastMonths: counted,
  eraseAfterMonths: counted,
  onRequest: z.strictObject({ allowed: z.boolean(), afterMonths: z.int().min(0).max(1200), basis }),
  abandonedDraftMonths: counted,
})

export const procedureShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/),
  version: z.int().min(1),
  instrument: key,
  pairs: z.union([z.literal('any'), z.array(z.tuple([country, country])).min(1)]),
  crossings: z.array(key).min(1).optional(),
  label,
  steps: z.array(
    z.strictObject({
      key,
      action: z.enum(actionNames),
      owedBy: owners,
      after: z.array(key),
      routes: routesShape.optional(),
      when: when.optional(),
      limit: z.strictObject({ count, childCount: count.optional(), unit, basis }).optional(),
      every: z.strictObject({ count, unit: z.enum(['days', 'months']), until: key, basis }).optional(),
      before: z
        .strictObject({
          event: z.literal('handover'),
          count,
          childCount: count.optional(),
          unit: z.enum(['workingDays', 'hours']),
          basis,
        })
        .optional(),
      onDayOf: z.strictObject({ event: z.literal('handover'), basis }).optional(),
      repeats: z.boolean().optional(),
      onStop: z.boolean().optional(),
      guards: z.array(z.enum(guardNames)),
      letter: key.optional(),
      label: label.optional(),
      basis,
    }),
  ),
  acts: z.array(
    z.strictObject({
      action: z.enum(actionNames),
      by: owners,
      from: key,
      until: key,
      routes: routesShape.optional(),
      onRefusal: z.boolean().optional(),
      guards: z.array(z.enum(guardNames)),
      label: label.optional(),
    }),
  ),
  basis,
})
