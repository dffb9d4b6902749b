import { inForceOn } from '../../server/domain/cases/consent-form.ts'
import { consentFields } from '../../server/domain/cases/inputs.ts'
import type { ConsentVersion } from '../../server/domain/disclosure/consents-view.ts'
import { builder } from '../builder.ts'
import { recordType } from '../codes/record-fields.ts'
import { OfficeRef } from '../directory/office.ts'
import { RightsLeafletRef } from './rights-leaflet.ts'

export const ConsentRef = recordType(
  'Consent',
  'Decisions of the person, purpose by purpose. The other side sees share, return, tracing and follow-up only.',
  consentFields,
)

export const ConsentVersionRef = builder.objectRef<ConsentVersion>('ConsentVersion').implement({
  description: 'A consent as it was once recorded. One that is asked anew takes the place of the one before.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Which one it is; 1 is the oldest.' }),
    consent: t.field({
      type: ConsentRef,
      description: 'What the person decided.',
      resolve: ({ consent }) => consent as object,
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that asked.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    leaflet: t.field({
      type: RightsLeafletRef,
      nullable: true,
      description:
        'The leaflet that was given: the version in force on the day; null where none was, or nothing is stated.',
      resolve: ({ consent: { leafletGiven, givenOn } }, _args, { service }) =>
        leafletGiven && givenOn ? inForceOn(service.world.leaflets, givenOn) : null,
    }),
    withdrawnOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Local day on which the person took it back; null while they have not.',
      resolve: ({ withdrawnOn }) => withdrawnOn,
    }),
    inForce: t.exposeBoolean('inForce', {
      description: 'Whether it holds: the newest one, not taken back, and for the country that is asked now.',
    }),
  }),
})
