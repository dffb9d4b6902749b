import { standBack } from '../adapters/stand-back.ts'
import { MissingGlyph } from './missing-glyph.ts'
import { startTypst } from './typeset.ts'
import type { Answer, Order } from './typeset-process.ts'

// A process of its own, started by typeset-process.ts: one document a message. It ends with whoever started it.
standBack()
const typeset = startTypst()

process.on('message', ({ template, data }: Order) => process.send?.(answerTo(template, data)))

function answerTo(template: string, data: unknown): Answer {
  try {
    return { kind: 'made', pdf: typeset(template, data) }
  } catch (error) {
    if (error instanceof MissingGlyph) return { kind: 'missing', missing: error.missing }
    return { kind: 'failed', message: (error as Error).message }
  }
}
