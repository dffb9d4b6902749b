import type { NoteView } from '../../server/domain/disclosure/note-view.ts'
import { doubtsOf } from '../../server/services/check-text.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { ActionName, NoteStatus } from '../enums.ts'
import { wordsField } from '../text.ts'
import { FindingRef, placed } from './finding.ts'

export const NoteRef = builder.objectRef<NoteView>('Note').implement({
  description: 'Free text that an act carried. It crosses when another officer of its side has approved it, or never.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'As it was stored: Unicode, at most 280 characters.' }),
    action: t.field({ type: ActionName, description: 'The act it came with.', resolve: ({ action }) => action }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that wrote it; never which officer.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    country: t.field(countryField('Its country.', (note) => note.country)),
    writtenAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => at }),
    status: t.expose('status', { type: NoteStatus, description: 'Whether a second officer has read it.' }),
    statusLabel: t.string(wordsField('That in words.', ({ status }) => `guard:status.${status}`)),
    reviewedAt: t.expose('reviewedAt', { type: 'DateTime', nullable: true, description: 'When it was read.' }),
    doubts: t.field({
      type: [FindingRef],
      description: 'What the guard let through with doubt, for the reviewer; empty for the other side.',
      resolve: ({ own, text }) => (own ? doubtsOf(text).map((one) => placed(one, text)) : []),
    }),
  }),
})
