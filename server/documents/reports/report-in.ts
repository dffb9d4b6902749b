import type { Language } from '../../domain/kernel/language.ts'
import type { PrintedReport, ReportText } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import { factsOf, statusLineOf, subtitleOf, titleOf } from './first-page.ts'
import { readingInWords } from './reading-in-words.ts'
import { sectionsOf } from './sections.ts'
import { type Setting, tell, tellingIn } from './teller.ts'

/** A frozen report in words, in one language or in two side by side. */
export const reportIn = (
  setting: Setting,
  content: ReportContent,
  hash: string,
  languages: PrintedReport['languages'],
): PrintedReport => ({
  languages,
  reference: content.reference,
  hash,
  sides: languages.map((language) => textIn(setting, content, hash, language)),
})

function textIn(setting: Setting, content: ReportContent, hash: string, language: Language): ReportText {
  const telling = tellingIn(setting, content, language)
  return {
    language,
    fictitious: content.fictitious ? tell(telling, 'report:fictitious') : null,
    status: statusLineOf(telling),
    title: titleOf(telling),
    subtitle: subtitleOf(telling),
    facts: factsOf(telling, hash),
    referenceLabel: tell(telling, 'report:reference'),
    contents: tell(telling, 'report:contents'),
    sections: [...sectionsOf[content.kind](telling), ...readingInWords(telling, hash)],
    page: tell(telling, 'report:page', { page: '{page}', pages: '{pages}' }),
  }
}
