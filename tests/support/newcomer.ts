import { createHmac } from 'node:crypto'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import type { Api, Looked } from './api.ts'

export const PASSWORD = 'a river crossed at dawn'

interface Heard {
  readonly status: number
  readonly body: Looked
  readonly headers: Looked
  /** `extensions.code` of a refusal. */
  readonly code: string | undefined
}

/** A request to one of the routes of signing in, as a stranger or with a token. */
export async function post(api: Api, path: string, body: object, headers: object = {}): Promise<Heard> {
  const answer = await api.app.inject({
    method: 'POST',
    url: `/auth/${path}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  })
  const said = answer.body ? JSON.parse(answer.body) : {}
  return { status: answer.statusCode, body: said, headers: answer.headers, code: said.errors?.[0]?.extensions.code }
}
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** What an authenticator shows: RFC 6238 anew, from the secret as it was typed in. */
export function authenticator(typedSecret: string, now: Instant, stepsAway = 0): string {
  const bits = [...typedSecret].map((symbol) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(symbol))
  const text = bits.map((five) => five.toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((text.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.parse(now) / 30_000) + stepsAway))
  const mac = createHmac('sha1', key).update(counter).digest()
  const from = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** An officer who was invited by the administrator of the country, and came in. */
export interface Newcomer {
  readonly account: string
  readonly secret: string
  readonly recoveryCodes: readonly string[]
  readonly token: string
}

export async function invite(api: Api, country: CountryCode, role: Role): Promise<Looked> {
  const office = api.service.world.competent.get(country)?.get(role)
  const query = `mutation ($input: InviteOfficerInput!) { inviteOfficer(input: $input) {
    code invitation { id accountName state role expiresAt } receipt { id leaf at } problems { code message field } } }`
  const input = { office, role: role.toUpperCase(), language: 'en', idempotencyKey: api.idempotencyKey() }
  const { data, errors } = await api.ask(await api.key(country, 'admin'), query, { input })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.inviteOfficer
}

export const comeIn = async (api: Api, country: CountryCode, role: Role): Promise<Newcomer> =>
  comeInWith(api, (await invite(api, country, role)).code)

/** The same with an invitation that is there. */
export async function comeInWith(api: Api, code: string): Promise<Newcomer> {
  const begun = await post(api, 'invitation', { code, password: PASSWORD })
  const { secret } = begun.body.totp
  const done = await post(api, 'invitation/finish', {
    ticket: begun.body.ticket,
    code: authenticator(secret, api.clock.now()),
  })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
  const { account, recoveryCodes, token } = done.body
  return { account, secret, recoveryCodes, token }
}

/** Both steps, half a minute after the last code: a token. */
export async function signInAgain(api: Api, { account, secret }: Newcomer): Promise<string> {
  api.later(1 / 120)
  const first = await post(api, 'sign-in', { account, password: PASSWORD })
  const second = await post(api, 'second-step', {
    ticket: first.body.ticket,
    code: authenticator(secret, api.clock.now()),
  })
  if (second.status !== 200) throw new Error(JSON.stringify(second.body))
  return second.body.token
}

/** The role of whoever shows a token; null where it opens nothing. */
export const roleOf = async (api: Api, token: string): Promise<string | null> =>
  (await api.ask(token, '{ viewer { role } }')).data?.viewer.role ?? null
