import {
  type Cosigned,
  checkpointAt,
  consistencyBetween,
  type SeenCheckpoint,
  wholeNote,
} from '../../server/services/log/read-log.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { requestError } from '../request-error.ts'

const CosignatureRef = builder.objectRef<Cosigned>('Cosignature').implement({
  description: 'The name of one country’s witness under a checkpoint: it continues all that this witness saw before.',
  fields: (t) => ({
    country: t.field(countryField('The country whose witness it is.', ({ country }) => country)),
    line: t.exposeString('line', {
      description: 'The line as it is put under the note: a C2SP cosignature with the time at the witness.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it came in here.' }),
  }),
})

const CheckpointRef = builder.objectRef<SeenCheckpoint>('Checkpoint').implement({
  description:
    'What the log was when it had so many entries. Kept outside of the service, it shows any change of what was before it.',
  fields: (t) => ({
    size: t.exposeInt('size', { description: 'How many entries the log had.' }),
    root: t.exposeString('root', { description: 'Root of their tree (RFC 6962), hex.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was signed, by the clock of the service.' }),
    key: t.exposeString('key', {
      description: 'The signer’s verifier key. Compare it with the one that was handed over on another way.',
    }),
    note: t.string({
      description: 'The checkpoint as a file to keep: a C2SP signed note, with the lines of all witnesses.',
      resolve: wholeNote,
    }),
    witnesses: t.field({
      type: [CosignatureRef],
      description: 'The countries whose witnesses put their names under it.',
      resolve: ({ witnesses }) => [...witnesses],
    }),
    binding: t.exposeBoolean('binding', { description: 'Whether four of the six countries did.' }),
  }),
})

builder.queryField('checkpoint', (t) =>
  t.field({
    type: CheckpointRef,
    nullable: true,
    description:
      'A checkpoint of the log; null where none was signed. Offices that compare theirs find out whether all were told the same.',
    args: { size: t.arg.int({ description: 'Of exactly so many entries; left out: the newest.' }) },
    resolve: (_root, { size }, { service }) => checkpointAt(service, size ?? null),
  }),
)

builder.queryField('consistency', (t) =>
  t.field({
    type: ['String'],
    description:
      'Consistency proof of RFC 6962: the log of `to` entries continues that of `from` entries. Hashes in hex.',
    args: {
      from: t.arg.int({ required: true, description: 'Entries of the older checkpoint.' }),
      to: t.arg.int({ required: true, description: 'Entries of the newer one; no more than were signed.' }),
    },
    resolve: async (_root, { from, to }, { service }) => {
      const hashes = await consistencyBetween(service, from, to)
      if (!hashes) throw requestError('BAD_USER_INPUT', { detail: `consistency: from ${from}, to ${to}` })
      return [...hashes]
    },
  }),
)
