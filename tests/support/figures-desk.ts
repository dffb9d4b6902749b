import { globalId, idOf } from '../../schema/global-id.ts'
import { type CountryCode, countryCodes } from '../../server/domain/kernel/country.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { type FileFormat, partId } from '../../server/domain/reports/report-entry.ts'
import type { Api, Looked } from './api.ts'

const VERSION = 'query ($id: ID!) { node(id: $id) { ... on Report { version } ... on ReportPart { version } } }'
const STATE = `query ($id: ID!) { node(id: $id) { ... on Report { making { state failure } }
  ... on ReportFile { contentHash sha256 making { state failure } download { path } } } }`

/** Reports as the secretariat and the countries make them, over GraphQL. */
export class FiguresDesk {
  readonly api: Api
  constructor(api: Api) {
    this.api = api
  }
  /** Asked for by the secretariat, its figures made. */
  async draft(input: object): Promise<string> {
    const key = await this.api.keyOf('secretariat')
    const id = await this.must(key, 'draftReport', input)
    await this.api.service.reports.run(this.api.service)
    await this.#made(key, id)
    return id
  }
  /** A country says this and nothing else in its part. */
  async write(report: string, country: CountryCode, lines: readonly object[], struck: readonly string[] = []) {
    return this.#onPart('editReportPart', report, country, { lines, struck })
  }
  async clear(report: string, countries: readonly CountryCode[] = countryCodes): Promise<void> {
    for (const country of countries) await this.#onPart('clearReportPart', report, country, {})
  }
  async publish(report: string, without: readonly CountryCode[] = []): Promise<void> {
    const key = await this.api.keyOf('secretariat')
    await this.must(key, 'publishReport', { reportId: report, ...(await this.#version(key, report)), without })
  }
  /** A file of it, fetched by its link. */
  async file(report: string, format: FileFormat, languages: readonly Language[] = []): Promise<Buffer> {
    const key = await this.api.keyOf('secretariat')
    const id = await this.must(key, 'makeReportFile', { report, format: format.toUpperCase(), languages })
    await this.api.service.reports.run(this.api.service)
    const { download } = await this.#made(key, id)
    const answer = await this.api.app.inject({ method: 'GET', url: download.path })
    if (answer.statusCode !== 200) throw new Error(`${format}: ${answer.statusCode}`)
    return answer.rawPayload
  }
  async must(key: string, name: string, input: object): Promise<string> {
    const { noun, problems } = await this.api.act(key, name, input)
    if (!noun) throw new Error(`${name}: ${JSON.stringify(problems)}`)
    return noun.id
  }
  async #onPart(name: string, report: string, country: CountryCode, input: object): Promise<void> {
    const key = await this.api.key(country, 'taskforce')
    const part = globalId('ReportPart', partId(idOf('Report', report), country))
    await this.must(key, name, { reportPartId: part, ...(await this.#version(key, part)), ...input })
  }
  async #version(key: string, id: string) {
    const { data } = await this.api.ask(key, VERSION, { id })
    return { expectedVersion: data.node.version as number }
  }
  async #made(key: string, id: string): Promise<Looked> {
    const { node } = (await this.api.ask(key, STATE, { id })).data
    if (node.making.state !== 'MADE') throw new Error(`${id}: ${JSON.stringify(node.making)}`)
    return node
  }
}
