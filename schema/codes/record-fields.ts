import type { Field, Fields, InputOf } from '../../server/domain/kernel/fields.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import { builder } from '../builder.ts'
import { ConsentFormRef } from '../consents/consent-form.ts'
import { CodedValueRef } from './coded-value.ts'

/** An object type that shows what was entered through `fields`: codes with their words, days and flags as they are. */
export const recordType = <F extends Fields>(name: string, description: string, fields: F) =>
  builder.objectRef<Partial<InputOf<F>>>(name).implement({
    description,
    fields: (t) => {
      const outputOf = (key: string, { type, description }: Field) => {
        const value = (record: object) => (record as Record<string, unknown>)[key] ?? null
        switch (type.kind) {
          case 'code': {
            const coded = (code: unknown) => (code === null ? null : { list: type.list, code: code as Code })
            return t.field({
              type: CodedValueRef,
              nullable: true,
              description,
              resolve: (record) => coded(value(record)),
            })
          }
          case 'codes': {
            const coded = (codes: unknown) =>
              (codes as Code[] | null)?.map((code) => ({ list: type.list, code })) ?? null
            return t.field({
              type: [CodedValueRef],
              nullable: true,
              description,
              resolve: (record) => coded(value(record)),
            })
          }
          case 'form':
            return t.field({
              type: ConsentFormRef,
              nullable: true,
              description,
              resolve: (record, _args, { service }) => service.world.consentForms.get(value(record) as Code) ?? null,
            })
          case 'flag':
            return t.boolean({ nullable: true, description, resolve: (record) => value(record) as boolean | null })
          case 'day':
            return t.field({
              type: 'Date',
              nullable: true,
              description,
              resolve: (record) => value(record) as string | null,
            })
          default:
            throw new Error(`${name}.${key}: no output for ${type.kind}`)
        }
      }
      const shown = Object.entries<Field>(fields).map(([key, field]) => [key, outputOf(key, field)] as const)
      // Several kinds of field, one record: the builder's types follow names, which are data here.
      return Object.fromEntries(shown) as unknown as Record<string, ReturnType<typeof t.string>>
    },
  })
