import type { KeyId } from '../../server/domain/kernel/ids.ts'
import { createApiKey, revokeApiKey, rotateApiKey } from '../../server/services/access/api-keys.ts'
import { builder } from '../builder.ts'
import { ActionName, Language, Role } from '../enums.ts'
import { idOf } from '../global-id.ts'
import { officeId } from '../input-field.ts'
import { accessPayload, idempotencyKey } from './access-payload.ts'
import { shownKey } from './api-key.ts'

const secret = {
  field: 'key',
  description: 'The bearer key. Shown once: null where the act is repeated, and on refusal.',
}

const CreateInput = builder.inputType('CreateApiKeyInput', {
  description: 'Input of `createApiKey`.',
  fields: (t) => ({
    office: t.id({ required: true, description: 'An office of the administrator’s own country; its id or its code.' }),
    role: t.field({ type: Role, required: true, description: 'A role that this office has.' }),
    language: t.field({ type: Language, required: true, description: 'The language of its answers.' }),
    acts: t.field({
      type: [ActionName],
      description:
        'The acts it may do, with nobody at it; those that ask an officer for a second factor are open to it by being named here. Left out, it only reads.',
    }),
    validDays: t.int({ required: true, description: 'After how many days it runs out, 1 to 366.' }),
    idempotencyKey: t.string(idempotencyKey),
  }),
})
builder.mutationField('createApiKey', (t) =>
  t.field({
    type: accessPayload('createApiKey', shownKey, secret),
    description: 'The administrator of a country makes a key for a national system, with an account of its own.',
    args: { input: t.arg({ type: CreateInput, required: true, description: 'What the act needs.' }) },
    resolve: (_root, { input }, { service, by }) => {
      const { idempotencyKey: key, office, acts, role, language, validDays } = input
      const scope = acts ? { kind: 'acts' as const, acts: [...acts] } : { kind: 'read' as const }
      return createApiKey(service, by, key, { office: officeId(office), role, language, validDays, scope })
    },
  }),
)

const RotateInput = builder.inputType('RotateApiKeyInput', {
  description: 'Input of `rotateApiKey`.',
  fields: (t) => ({
    apiKey: t.id({ required: true, description: 'A key of the administrator’s own country that is in force.' }),
    overlapHours: t.int({ required: true, description: 'How many hours the old key goes on, 0 to 168.' }),
    validDays: t.int({ required: true, description: 'After how many days the new key runs out, 1 to 366.' }),
    idempotencyKey: t.string(idempotencyKey),
  }),
})
builder.mutationField('rotateApiKey', (t) =>
  t.field({
    type: accessPayload('rotateApiKey', shownKey, secret),
    description: 'A new key for the same system and scope; the old one ends after the overlap.',
    args: { input: t.arg({ type: RotateInput, required: true, description: 'What the act needs.' }) },
    resolve: (_root, { input: { idempotencyKey: key, apiKey, overlapHours, validDays } }, { service, by }) =>
      rotateApiKey(service, by, key, { apiKey: idOf('ApiKey', apiKey) as KeyId, overlapHours, validDays }),
  }),
)

const RevokeInput = builder.inputType('RevokeApiKeyInput', {
  description: 'Input of `revokeApiKey`.',
  fields: (t) => ({
    apiKey: t.id({ required: true, description: 'A key of the administrator’s own country.' }),
    idempotencyKey: t.string(idempotencyKey),
  }),
})
builder.mutationField('revokeApiKey', (t) =>
  t.field({
    type: accessPayload('revokeApiKey', shownKey),
    description: 'Ends a key at once.',
    args: { input: t.arg({ type: RevokeInput, required: true, description: 'What the act needs.' }) },
    resolve: (_root, { input }, { service, by }) =>
      revokeApiKey(service, by, input.idempotencyKey, idOf('ApiKey', input.apiKey) as KeyId),
  }),
)
