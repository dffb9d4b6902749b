import { type CountryCode, countryCodes } from '../../server/domain/kernel/country.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { FileFormat } from '../../server/domain/reports/report-entry.ts'
import type { Api, Looked } from './api.ts'
import { ReportDesk } from './report-desk.ts'

/** Reports of which everything succeeds, as the secretariat and the countries make them: whatever does not is an error. */
export class FiguresDesk {
  readonly api: Api
  readonly #desk: ReportDesk
  constructor(api: Api) {
    this.api = api
    this.#desk = new ReportDesk(api)
  }
  /** Asked for by the secretariat, its figures made. */
  async draft(input: object): Promise<string> {
    const key = await this.#desk.secretariat()
    const id = await this.#desk.report(input, key)
    mustBeMade(await this.#desk.look(key, id, 'making { state failure }'))
    return id
  }
  /** A country says this and nothing else in its part. */
  async write(report: string, country: CountryCode, lines: readonly object[], struck: readonly string[] = []) {
    return this.#desk.edit(report, country, lines, struck)
  }
  async clear(report: string, countries: readonly CountryCode[] = countryCodes): Promise<void> {
    await this.#desk.clear(report, ...countries)
  }
  async publish(report: string, without: readonly CountryCode[] = []): Promise<void> {
    const { noun, problems } = await this.#desk.publish(report, without)
    if (!noun) throw new Error(JSON.stringify(problems))
  }
  /** A file of it, fetched by its link. */
  async file(report: string, format: FileFormat, languages: readonly Language[] = []): Promise<Buffer> {
    const key = await this.#desk.secretariat()
    const file = await this.#desk.lookAtFile(key, await this.#desk.file(key, report, format.toUpperCase(), languages))
    mustBeMade(file)
    const answer = await this.#desk.fetched(file.download.path)
    if (answer.statusCode !== 200) throw new Error(`${format}: ${answer.statusCode}`)
    return answer.rawPayload
  }
  must(key: string, name: string, input: object): Promise<string> {
    return this.#desk.way.must(key, name, input)
  }
}

function mustBeMade({ making }: Looked): void {
  if (making.state !== 'MADE') throw new Error(JSON.stringify(making))
}
