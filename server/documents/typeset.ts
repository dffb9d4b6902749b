import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { showNumber } from '../../locales/show.ts'
import { charactersIn } from '../adapters/drawn-characters.ts'
import { readFonts } from '../adapters/font-files.ts'
import { languages } from '../domain/kernel/language.ts'
import { fontsFor } from './fonts.ts'
import { holdLineEnds } from './line-ends.ts'
import { MissingGlyph, missingIn } from './missing-glyph.ts'
import { mapTexts, printedText } from './printed-text.ts'

/** How the templates set each language: its fonts and its digits from 0 to 9. */
const speech = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      fonts: fontsFor(language),
      digits: Array.from({ length: 10 }, (_, digit) => showNumber({ language, offsetMinutes: 0 }, digit)),
    },
  ]),
)

/** What is kept of earlier documents: nothing, or each would leave some of its text in memory. */
const KEPT_DOCUMENTS = 0

/**
 * Typst with the project's fonts and no others. The function it gives takes the name of a template and JSON data, and
 * gives a tagged PDF (PDF/UA-1) without dates: same data, same bytes. Throws MissingGlyph, or an Error that says what
 * Typst found wrong. It works as long as it works: call it where nobody waits (`typeset.worker.ts`).
 */
export function startTypst(): (template: string, data: unknown) => Uint8Array {
  const fonts = readFonts()
  const drawn = charactersIn(fonts)
  const workspace = fileURLToPath(new URL('templates/', import.meta.url))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }], workspace })
  return (template, data) => {
    const printed = mapTexts(data, printedText)
    const missing = missingIn(printed, drawn)
    if (missing.length > 0) throw new MissingGlyph(missing)
    try {
      // As an input and read as JSON by the template: no text becomes markup.
      const inputs = { data: JSON.stringify(mapTexts(printed, holdLineEnds)), speech: JSON.stringify(speech) }
      const compiled = compiler.compile({ mainFilePath: `${workspace}${template}.typ`, inputs })
      const error = compiled.takeError()
      if (error || !compiled.result)
        throw new Error(`${template}: ${error?.shortDiagnostics.map(({ message }) => message).join('; ')}`)
      return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
    } finally {
      compiler.evictCache(KEPT_DOCUMENTS)
    }
  }
}
