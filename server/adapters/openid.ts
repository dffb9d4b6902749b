import type { Instant } from '../domain/kernel/instant.ts'
import { discover, ProviderFault, read } from './openid-metadata.ts'

interface Client {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}
/** What one sign-in must bring back, and where to. */
export interface Round {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly redirectUri: string
}
/** Whom the provider vouches for, and since when it knows. */
export interface Vouched {
  readonly subject: string
  readonly authenticatedAt: number | null
}

/** Signatures with a public key alone: with a shared secret, the client itself could have made the token. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA']
const CLOCKS_DIFFER_S = 60

const faultless = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof ProviderFault ? error : new ProviderFault('the provider did not answer as it should')
  })

/** Where the officer signs in. The provider is asked to have them sign in anew: whoever sits there may be another. */
export const authorizationUrl = (
  client: Client,
  { state, nonce, verifier, redirectUri }: Round,
  now: Instant,
): Promise<string> =>
  faultless(
    (async () => {
      const { authorization_endpoint } = await discover(client.issuer, now)
      const { createAuthorizationURL } = await import('better-auth/oauth2')
      const url = await createAuthorizationURL({
        id: client.issuer,
        options: { clientId: client.clientId },
        authorizationEndpoint: authorization_endpoint,
        redirectURI: redirectUri,
        scopes: ['openid'],
        state,
        nonce,
        codeVerifier: verifier,
        prompt: 'login',
        additionalParams: { max_age: '0' },
      })
      return url.href
    })(),
  )

/** The code for a token, and the token looked at: signature, issuer, audience, time, nonce. */
export const vouchedFor = (client: Client, round: Round, code: string, now: Instant): Promise<Vouched> =>
  faultless(
    (async () => {
      const { token_endpoint, jwks_uri } = await discover(client.issuer, now)
      const { validateAuthorizationCode } = await import('better-auth/oauth2')
      const { createLocalJWKSet, jwtVerify } = await import('jose')
      const { idToken } = await validateAuthorizationCode({
        code,
        codeVerifier: round.verifier,
        redirectURI: round.redirectUri,
        options: { clientId: client.clientId, clientSecret: client.clientSecret },
        tokenEndpoint: token_endpoint,
        authentication: 'basic',
      })
      if (!idToken) throw new ProviderFault('no token')
      const keys = createLocalJWKSet((await read(jwks_uri)) as never)
      const { payload } = await jwtVerify(idToken, keys, {
        issuer: client.issuer,
        audience: client.clientId,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
        clockTolerance: CLOCKS_DIFFER_S,
        currentDate: new Date(Date.parse(now)),
      })
      const isForUs = !Array.isArray(payload.aud) || payload['azp'] === client.clientId
      if (payload['nonce'] !== round.nonce || !payload.sub || !isForUs) throw new ProviderFault('another sign-in')
      const authenticatedAt = typeof payload['auth_time'] === 'number' ? payload['auth_time'] * 1000 : null
      return { subject: payload.sub, authenticatedAt }
    })(),
  )
