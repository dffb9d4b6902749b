import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:http'
import { type Errand, type Outcome, readOutcome, requestOf } from './errands.ts'

const KEEP_COMPILED = new URL('keep-compiled.ts', import.meta.url).href

/** The service as `npm start` runs it, in a process of its own that a test can kill. */
export class ServiceProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  readonly url: string
  private constructor(child: ChildProcess, ended: Promise<unknown>, url: string) {
    this.#child = child
    this.#ended = ended
    this.url = url
  }

  static async start(
    databaseUrl: string,
    secret: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<ServiceProcess> {
    const settings = {
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'info',
      RATE_LIMIT_PER_MINUTE: '1000000',
      OVERLOAD_MS: '60000',
    }
    const child = spawn(process.execPath, ['--import', KEEP_COMPILED, 'server/main.ts'], {
      env: { ...process.env, ...settings, DATABASE_URL: databaseUrl, SESSION_SECRET: secret, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise((resolve) => child.once('close', resolve))
    let said = ''
    const url = await new Promise<string>((resolve, reject) => {
      // The log is read to the end: a full pipe would stop the service.
      const read = (chunk: Buffer) => {
        if (said.length < 10_000) said += chunk.toString()
        const found = /listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1]
        if (found) resolve(found)
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      void ended.then(() => reject(new Error(`the service did not start: ${said}`)))
    })
    return new ServiceProcess(child, ended, url)
  }

  /** What became of an errand; null when the service died before all of its answer was here. */
  async run(errand: Errand): Promise<Outcome | null> {
    const body = await this.#post(requestOf(errand))
    return body === null ? null : readOutcome(errand, body)
  }

  /** Each on a connection of its own, and with as little work here as can be: what is read late is killed late. */
  #post({ headers, payload }: ReturnType<typeof requestOf>): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const cut = (error: Error) => (this.#child.killed ? resolve(null) : reject(error))
      const sent = request(`${this.url}/graphql`, { method: 'POST', headers, agent: false }, (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (text: string) => {
          body += text
        })
        answer.on('error', cut).on('end', () => resolve(body))
      })
      sent.on('error', cut).end(payload)
    })
  }

  /** SIGKILL: it has no chance to end anything in good order. Resolves when it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}
