import type { Account } from '../../server/services/sign-in.ts'
import { builder } from '../builder.ts'
import { CountryRef } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { Language, Role } from '../enums.ts'
import { wordsField } from '../text.ts'

const Viewer = builder.objectRef<Account>('Viewer').implement({
  description: 'Who is asking.',
  fields: (t) => ({
    account: t.exposeString('name', { description: 'Name of the account.' }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office it is bound to.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    country: t.field({
      type: CountryRef,
      nullable: true,
      description: 'Its country; null for the secretariat and the operator.',
      resolve: ({ country }, _args, { service }) => (country ? (service.world.countries.get(country) ?? null) : null),
    }),
    role: t.expose('role', { type: Role, description: 'Its role.' }),
    roleLabel: t.string(wordsField('That in words.', ({ role }) => `labels:role.${role}`)),
    language: t.expose('language', { type: Language, description: 'The account’s language.' }),
    now: t.field({
      type: 'DateTime',
      description: 'The service’s clock.',
      resolve: (_account, _args, { service }) => service.clock.now(),
    }),
    fictitious: t.boolean({
      description: 'True in the demo, where every case is invented.',
      resolve: (_account, _args, { service }) => service.fictitious,
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({ type: Viewer, description: 'The account of the caller.', resolve: (_root, _args, { by }) => by }),
)
