import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../server/clock.ts'

interface Round {
  readonly challenge: string
  readonly nonce: string
  readonly redirectUri: string
  readonly subject: string
  readonly authenticatedAt: number
}
/** Claims put in the place of the right ones, or another key than the published one. */
export interface Forged {
  readonly claims?: object
  readonly key?: 'another' | 'none'
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64url = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A small OpenID Connect provider: discovery, keys, codes with PKCE, signed tokens. What it forges is up to the test. */
export class IdentityProvider {
  readonly client = { clientId: 'mekong-liaison', clientSecret: 'a secret of the provider' }
  forged: Forged = {}
  /** Every address it was asked at. */
  readonly asked: string[] = []
  readonly #clock: Clock
  readonly #own = pair()
  readonly #another = pair()
  readonly #rounds = new Map<string, Round>()
  readonly #server = createServer(async (request, response) => {
    const [status, body] = await this.#answer(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  constructor(clock: Clock) {
    this.#clock = clock
  }
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }
  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
  /** Somebody signs in at the address the service gave; what the browser brings back. */
  approve(url: string, subject: string, secondsAgo = 0): { readonly state: string; readonly code: string } {
    const { searchParams: asked, origin } = new URL(url)
    const given = (name: string) => asked.get(name) ?? ''
    const wanted = [
      given('response_type'),
      given('client_id'),
      given('code_challenge_method'),
      given('scope'),
      given('max_age'),
    ]
    if (origin !== this.issuer || wanted.join(' ') !== `code ${this.client.clientId} S256 openid 0`)
      throw new Error(`asked for ${url}`)
    const code = randomUUID()
    this.#rounds.set(code, {
      challenge: given('code_challenge'),
      nonce: given('nonce'),
      redirectUri: given('redirect_uri'),
      subject,
      authenticatedAt: Math.floor(Date.parse(this.#clock.now()) / 1000) - secondsAgo,
    })
    return { state: given('state'), code }
  }
  async #answer(request: IncomingMessage): Promise<readonly [number, object]> {
    this.asked.push(request.url ?? '')
    const at = (path: string) => `${this.issuer}${path}`
    if (request.url === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer: this.issuer,
          authorization_endpoint: at('/ask'),
          token_endpoint: at('/token'),
          jwks_uri: at('/keys'),
        },
      ]
    if (request.url === '/keys')
      return [
        200,
        { keys: [{ ...this.#own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] },
      ]
    if (request.url !== '/token') return [404, {}]
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = new URLSearchParams(Buffer.concat(chunks).toString())
    const code = body.get('code') ?? ''
    const round = this.#rounds.get(code)
    // A code is good once.
    this.#rounds.delete(code)
    const proof = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    const { clientId, clientSecret } = this.client
    const basic = `Basic ${Buffer.from([clientId, clientSecret].map((part) => encodeURIComponent(part).replaceAll('%20', '+')).join(':')).toString('base64')}`
    const isClient = request.headers.authorization === basic
    if (!round || proof !== round.challenge || body.get('redirect_uri') !== round.redirectUri || !isClient)
      return [400, { error: 'invalid_grant' }]
    return [200, { token_type: 'Bearer', access_token: 'unused', id_token: this.#token(round) }]
  }
  #token({ nonce, subject, authenticatedAt }: Round): string {
    const now = Math.floor(Date.parse(this.#clock.now()) / 1000)
    const right = {
      iss: this.issuer,
      aud: this.client.clientId,
      sub: subject,
      iat: now,
      exp: now + 300,
      auth_time: authenticatedAt,
      nonce,
    }
    const { claims, key } = this.forged
    const head = base64url({ alg: key === 'none' ? 'none' : 'RS256', kid: 'own' })
    const text = `${head}.${base64url({ ...right, ...claims })}`
    if (key === 'none') return `${text}.`
    const { privateKey } = key === 'another' ? this.#another : this.#own
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`
  }
}
