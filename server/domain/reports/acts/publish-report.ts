import { mayAct } from '../../disclosure/act-rules.ts'
import { countries } from '../../kernel/fields.ts'
import { problem, Refusal, refuse } from '../../kernel/problem.ts'
import { registerAct, registered } from '../../registers/act.ts'
import { contentHash, contentToPublish, unclearedIn } from '../content.ts'
import { countriesOf } from '../countries-of.ts'
import { materialOf } from '../report-material.ts'

const fields = {
  without: countries(
    'Every country that has not cleared its part: part and figures are left out, and the report names it. None if empty.',
  ),
} as const

/**
 * From here on the report stays as it is. No country’s part or figure is in it without its clearance: whoever publishes has
 * to say which countries are left out.
 */
export const publishReport = registerAct({
  name: 'publishReport',
  kind: 'report',
  changes: true,
  fields,
  description:
    'Whoever drafted a report publishes it, with the parts and figures of the countries that cleared them and of no others.',
  decide: (entry, { without }, { by, at, reports }) => {
    const refused = mayAct('publishReport', by)
    if (refused) return refused
    const { report, made, parts, conference, fictitious, sha256 } = materialOf(reports)
    if (!entry || !report || report.content.draftedFor !== by.country) return refuse('NOT_FOUND')
    if (report.content.published) return refuse('REPORT_PUBLISHED_ALREADY')
    if (!made) return refuse('REPORT_NOT_MADE')
    const sources = {
      report: report.content,
      ...made,
      parts: parts.map(({ content }) => content),
      conference,
      fictitious,
    }
    const uncleared = unclearedIn(sources)
    const silent = uncleared.filter((country) => !without.includes(country))
    if (silent.length > 0) return refuse('REPORT_NOT_CLEARED', { countries: silent }, ['without'])
    const problems = without.flatMap((country, place) =>
      uncleared.includes(country) ? [] : [problem('REPORT_LEAVES_NOT_OUT', { country }, ['without', String(place)])],
    )
    if (problems.length > 0) return new Refusal(problems)
    if (uncleared.length === countriesOf(report.content).length)
      return refuse('REPORT_NOT_CLEARED', { countries: uncleared })
    const content = contentToPublish(sources, uncleared)
    const published = { at: at.now, office: by.office, leftOut: uncleared, hash: contentHash(content, sha256) }
    return {
      ...registered('report', report.id, report.version, { ...report.content, published }),
      restsOn: parts,
      publishes: { report: report.id, content: JSON.stringify(content) },
    }
  },
})
