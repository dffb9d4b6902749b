import type { ConsentForm } from '../../server/domain/cases/consent-form.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { Language } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField, wordsField } from '../text.ts'

const PurposeRef = builder.objectRef<ConsentForm['purposes'][number]>('ConsentFormPurpose').implement({
  description: 'What a person is asked for one purpose, as it is spoken to them.',
  fields: (t) => ({
    purpose: t.field({
      type: CodedValueRef,
      description: 'The purpose.',
      resolve: ({ purpose }) => ({ list: 'consent-purpose', code: purpose }),
    }),
    text: t.string(labelField('The question, in one plain sentence.', ({ text }) => text)),
    basis: t.expose('basis', { type: BasisRef, description: 'What the wording rests on.' }),
  }),
})

export const ConsentFormRef = builder.objectRef<ConsentForm>('ConsentForm').implement({
  description: 'A version of what a person is asked before data are shared. In force until the next version is.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('ConsentForm', ({ code }: ConsentForm) => code)),
    code: t.expose('code', { type: 'Code', description: 'Name of the version, as `recordConsent` takes it.' }),
    version: t.exposeInt('version', { description: 'Rises with every change.' }),
    from: t.expose('from', { type: 'Date', description: 'First day on which it is read out.' }),
    status: t.expose('status', { type: 'Code', description: '`proposed` by this service, or `agreed`.' }),
    statusLabel: t.string(wordsField('That in words.', ({ status }) => `labels:readOut.${status}`)),
    label: t.string(labelField('Its name in words.', ({ label }) => label)),
    languages: t.field({
      type: [Language],
      description: 'Languages in which it is written. In any other an interpreter is needed.',
      resolve: () => [...languages],
    }),
    purposes: t.field({
      type: [PurposeRef],
      description: 'The questions, one for each purpose.',
      resolve: ({ purposes }) => [...purposes],
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What it rests on.' }),
  }),
})

nodeFinder('ConsentForm', (id, { service }) => service.world.consentForms.get(id as ConsentForm['code']) ?? null)
const Connection = connectionOf('ConsentForm', ConsentFormRef, true)

builder.queryField('consentForms', (t) =>
  t.field({
    type: Connection,
    description: 'All versions of the consent form, the oldest first; everyone may read them.',
    args: pageArguments(),
    resolve: (_root, args, { service }) =>
      pageOfList([...service.world.consentForms.values()], ({ code }) => code, args),
  }),
)
