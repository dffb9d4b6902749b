import type { FastifyInstance } from 'fastify'
import { MissingGlyph } from '../documents/missing-glyph.ts'
import { fileWriter } from '../documents/reports/file-writer.ts'
import { formats } from '../documents/reports/format.ts'
import { openTypesetter } from '../documents/typesetter.ts'
import { CannotPrint } from '../services/reports/cannot-print.ts'
import { fileByLink } from '../services/reports/report-link.ts'
import type { Service } from '../services/service.ts'
import { answerError } from './answer-error.ts'

/** Longer is no link of this service. */
const LONGEST_LINK = 2000

/** `GET /reports/<link>`: a file of a report, as it was made. The link is the key, for some minutes. */
export function reportFiles(app: FastifyInstance, service: Service): void {
  const typesetter = openTypesetter()
  const write = fileWriter(typesetter)
  service.reports.connect((...order) =>
    write(...order).catch((error: unknown) => {
      if (!(error instanceof MissingGlyph)) throw error
      throw new CannotPrint(error.missing.map(({ character }) => character).join(' '))
    }),
  )
  app.addHook('onClose', async () => {
    await service.reports.stop()
    await typesetter.close()
  })
  app.get<{ Params: { readonly '*': string } }>('/reports/*', async (request, reply) => {
    const { '*': link } = request.params
    const found = link.length > LONGEST_LINK ? null : await fileByLink(service, link)
    if (!found) return answerError(request, reply, 410, 'LINK_ENDED')
    const { extension, mediaType } = formats[found.file.format]
    const name = [found.reference, ...found.file.languages].join(' ')
    return reply
      .type(mediaType)
      .header('content-disposition', `attachment; filename="${name}.${extension}"`)
      .header('cache-control', 'no-store')
      .send(found.bytes)
  })
}
