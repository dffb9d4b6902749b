import { setTimeout as pause } from 'node:timers/promises'
import { ask, type Call } from './load.ts'
import type { Server } from './servers.ts'

const DRAFT = `mutation ($input: DraftReportInput!) {
  draftReport(input: $input) { report { id } problems { message } }
}`
const FILE = `mutation ($input: MakeReportFileInput!) {
  makeReportFile(input: $input) { reportFile { id } problems { message } }
}`
const MAKING = `query ($id: ID!) {
  node(id: $id) { ... on Report { making { state } } ... on ReportFile { making { state } bytes } }
}`
const LOOK_MS = 50

type Format = 'PDF' | 'XLSX' | 'DOCX'

/** The secretariat, as it asks for reports. */
export class Secretariat {
  readonly #server: Server
  readonly #key: string
  #asked = 0
  constructor(server: Server, key: string) {
    this.#server = server
    this.#key = key
  }
  /** A progress report about a year, from the question until its figures are frozen; its id. */
  async report(year: number): Promise<string> {
    const { draftReport } = await this.#ask<{ draftReport: Answer<'report'> }>(DRAFT, {
      input: { kind: 'SOM_PROGRESS', year, idempotencyKey: this.#newKey() },
    })
    return this.#made(draftReport.report?.id, draftReport.problems)
  }
  /** A file of a report, from the question until it is there. */
  async file(report: string, format: Format, languages: readonly string[]): Promise<string> {
    const { makeReportFile } = await this.#ask<{ makeReportFile: Answer<'reportFile'> }>(FILE, {
      input: { report, format, languages, idempotencyKey: this.#newKey() },
    })
    return this.#made(makeReportFile.reportFile?.id, makeReportFile.problems)
  }
  async #made(id: string | undefined, problems: readonly { readonly message: string }[]): Promise<string> {
    if (!id) throw new Error(problems.map(({ message }) => message).join('; '))
    for (;;) {
      const { node } = await this.#ask<{ node: { making: { state: string } } }>(MAKING, { id })
      if (node.making.state === 'MADE') return id
      if (node.making.state !== 'MAKING') throw new Error(`it ended as ${node.making.state}`)
      await pause(LOOK_MS)
    }
  }
  #newKey(): string {
    this.#asked += 1
    return `bench-of-reports-${this.#asked}`
  }
  async #ask<T>(query: string, variables: object): Promise<T> {
    const headers = {
      authorization: `Bearer ${this.#key}`,
      'content-type': 'application/json',
      accept: 'application/json',
    }
    const call: Call = { path: '/graphql', headers, body: JSON.stringify({ query, variables }) }
    const { data, errors } = JSON.parse(await ask(this.#server, call)) as { data: T; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
}

type Answer<Noun extends string> = Partial<Readonly<Record<Noun, { readonly id: string } | null>>> & {
  readonly problems: readonly { readonly message: string }[]
}
