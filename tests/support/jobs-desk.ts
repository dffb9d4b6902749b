import type { Engine } from '../../db/engine.ts'
import { Api, type Looked } from './api.ts'
import { ReportDesk } from './report-desk.ts'
import { addFacts, straightHome } from './told-facts.ts'

export const HOME = { requestingCountry: 'TH', countryOfReturn: 'LA' } as const
export const SUMMARY = { kind: 'IMM_SUMMARY', year: 2025 }
/** What is kept of something that was not made. */
export const NOTHING = { contents: [], files: 0, releases: 0, jobs: 0 }
export const persons = (count: number, more: object = {}) =>
  Array.from({ length: count }).flatMap(() => straightHome(HOME, more))

/** The secretariat of a small world, which asks and does not wait until it is made. */
export class JobsDesk extends ReportDesk {
  readonly secretariatKey: string
  private constructor(api: Api, secretariatKey: string) {
    super(api)
    this.secretariatKey = secretariatKey
  }
  static async inSmallWorld(kind: Engine['kind']): Promise<JobsDesk> {
    const api = await Api.open(kind)
    await addFacts(api.engine, persons(9))
    return new JobsDesk(api, await api.keyOf('secretariat'))
  }
  draft(more: object = {}): Promise<string> {
    return this.way.must(this.secretariatKey, 'draftReport', { ...SUMMARY, ...more })
  }
  askForFile(report: string, format = 'JSON', languages: readonly string[] = []): Promise<string> {
    return this.way.must(this.secretariatKey, 'makeReportFile', { report, format, languages })
  }
  async making(id: string): Promise<Looked> {
    return (await this.look(this.secretariatKey, id)).making
  }
}
