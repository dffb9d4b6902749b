import type { Engine } from '../../db/engine.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api, type Looked } from './api.ts'
import { WayOverHttp } from './way-over-http.ts'
import { worded } from './worded.ts'

const CELLS = 'cells { where { dimension category } count leftOut }'
const AREAS = `areas { area drafted { code count text(language: en) } activities { text language } results { text } nextPlan { text } }`
/** Everything a report says, but what differs from the one before it. */
export const WHOLE = `id version reference kind year quarter status audience publishedAt figuresHash hash snapshot meeting
  countries { code } leftOut { code } making { state stage percent failure failureText }
  tables { id dimensions { name } ${CELLS} }
  durations { step owedBy { code } table n medianDays percentile90Days notYetDue }
  reported { country { code } indicator { code } total requestingCountry { code } countryOfReturn { code } }
  parts { id version country { code } cleared { office { code } at } struck ${AREAS} }`

/** A line that a country writes. */
export const line = (text: string, more: object = {}) => ({
  area: 'CAPACITY',
  part: 'ACTIVITIES',
  wording: worded(text),
  ...more,
})

/** Reports as officers work on them, over GraphQL; figures and files are made when a test says so. */
export class ReportDesk {
  readonly api: Api
  readonly way: WayOverHttp
  constructor(api: Api) {
    this.api = api
    this.way = new WayOverHttp(api)
  }
  static async open(kind: Engine['kind']): Promise<ReportDesk> {
    return new ReportDesk(await Api.open(kind))
  }
  secretariat(): Promise<string> {
    return this.api.keyOf('secretariat')
  }
  key(country: CountryCode, role: Role = 'taskforce'): Promise<string> {
    return this.api.key(country, role)
  }
  /** All that is asked for now is made. */
  async made(): Promise<void> {
    await this.api.service.reports.run(this.api.service)
  }
  /** A report whose figures are made. */
  async report(input: object = {}, key?: string): Promise<string> {
    const by = key ?? (await this.secretariat())
    const id = await this.way.must(by, 'draftReport', { kind: 'IMM_SUMMARY', year: 2025, ...input })
    await this.made()
    return id
  }
  /** What a reader is told of it; null where it is nothing for them. */
  async look(key: string, id: string, fields = WHOLE): Promise<Looked> {
    const { data, errors } = await this.api.ask(key, `query ($id: ID!) { report(id: $id) { ${fields} } }`, { id })
    if (errors) throw new Error(JSON.stringify(errors))
    return data.report
  }
  async part(id: string, country: CountryCode): Promise<string> {
    const { parts } = await this.look(await this.key(country), id, 'parts { id country { code } }')
    return parts.find((one: Looked) => one.country.code === country).id
  }
  async edit(id: string, country: CountryCode, lines: readonly object[], struck: readonly string[] = []) {
    const reportPartId = await this.part(id, country)
    return this.way.must(await this.key(country), 'editReportPart', { reportPartId, lines, struck })
  }
  async clear(id: string, ...countries: readonly CountryCode[]): Promise<void> {
    for (const country of countries) {
      const reportPartId = await this.part(id, country)
      await this.way.must(await this.key(country), 'clearReportPart', { reportPartId })
    }
  }
  /** On the version that whoever publishes sees. */
  async publish(id: string, without: readonly CountryCode[] = [], key?: string): Promise<Looked> {
    const by = key ?? (await this.secretariat())
    const expectedVersion = await this.way.version(by, id)
    return this.api.act(by, 'publishReport', { reportId: id, expectedVersion, without })
  }
  /** A file of it, made; its id. */
  async file(key: string, report: string, format = 'JSON', languages: readonly string[] = []): Promise<string> {
    const id = await this.way.must(key, 'makeReportFile', { report, format, languages })
    await this.made()
    return id
  }
  async lookAtFile(key: string, id: string): Promise<Looked> {
    const fields = `format languages contentHash sha256 bytes download { path until }
      making { state stage percent failure failureText }`
    const query = `query ($id: ID!) { node(id: $id) { ... on ReportFile { version report ${fields} } } }`
    const { data, errors } = await this.api.ask(key, query, { id })
    if (errors) throw new Error(JSON.stringify(errors))
    return data.node
  }
  fetched(path: string) {
    return this.api.app.inject({ method: 'GET', url: path })
  }
  /** The text of a file as its link gives it. */
  async read(key: string, file: string): Promise<string> {
    const { download } = await this.lookAtFile(key, file)
    return (await this.fetched(download.path)).body
  }
}

/** What each problem is, and where it lies: `CODE` or `CODE at.field`. */
export const codesOf = ({ problems }: Looked): readonly string[] =>
  problems.map(({ code, field }: Looked) => [code, field.join('.')].join(' ').trim())

/** The facts of a problem by their keys. */
export const factsIn = ({ facts }: Looked): Looked =>
  Object.fromEntries(
    facts.map(({ key, text, number, flag, list }: Looked) => [key, text ?? number ?? flag ?? list] as const),
  )
