import type { FastifyInstance } from 'fastify'
import { letterIn } from '../documents/letter-in.ts'
import { MissingGlyph } from '../documents/missing-glyph.ts'
import { openTypesetter } from '../documents/typesetter.ts'
import { letterByLink } from '../services/letters/read-letter.ts'
import { ReadNotLogged } from '../services/readings.ts'
import type { Service } from '../services/service.ts'
import { answerError } from './answer-error.ts'

/** Longer is no link of this service. */
const LONGEST_LINK = 2000

/** `GET /letters/<link>`: a letter as PDF, made anew each time. The link is the key, for some minutes. */
export function letterFiles(app: FastifyInstance, service: Service): void {
  const typesetter = openTypesetter()
  app.addHook('onClose', () => typesetter.close())
  // A parameter may have a hundred letters at most; a link is longer.
  app.get<{ Params: { readonly '*': string } }>('/letters/*', async (request, reply) => {
    const { '*': link } = request.params
    try {
      const found = link.length > LONGEST_LINK ? null : await letterByLink(service, link)
      if (!found) return answerError(request, reply, 410, 'LINK_ENDED')
      const letter = letterIn(service, found.facts, found.languages)
      const pdf = await typesetter.pdf('letter', letter)
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${letter.reference} ${letter.kind}.pdf"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(pdf))
    } catch (error) {
      if (error instanceof MissingGlyph) {
        const [character = ''] = error.missing.map((one) => one.character)
        return answerError(request, reply, 422, 'GLYPH_MISSING', { character })
      }
      if (error instanceof ReadNotLogged) return answerError(request, reply, 503, 'READ_NOT_LOGGED')
      throw error
    }
  })
}
