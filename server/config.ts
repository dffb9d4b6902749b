import { z } from 'zod'
import { type CountryCode, countryCodes } from './domain/kernel/country.ts'

/** A wrong value of the environment: the start stops and the value is named. */
export class WrongEnvironment extends Error {}

export const DEFAULT_SECRET = 'change-me-change-me-change-me-32'

const port = z.coerce.number().int().min(0).max(65535)
const shape = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4000),
  METRICS_PORT: port.optional(),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must begin with file: or postgres://')
    .default('file:data/liaison.db'),
  DATA_DIR: z.string().min(1).default('data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  OVERLOAD_MS: z.coerce.number().int().min(10).default(1000),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').default(DEFAULT_SECRET),
  TRUST_PROXY: z.stringbool().default(false),
  SIGNER_URL: z
    .string()
    .regex(/^(https?:\/\/.+|unix:.+)$/, 'must begin with http:// or unix:')
    .optional(),
  SIGNER_KEY: z.string().min(1).optional(),
  WITNESSES_FILE: z.string().min(1).optional(),
})
export type Config = z.infer<typeof shape>

/** Parsed once, at the start. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = shape.safeParse(environment)
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new WrongEnvironment(`${first?.path.join('.')}: ${first?.message}`)
}

/** The identity provider of a country. */
export interface Provider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

const issuer = z
  .url()
  .refine((url) => /^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(`${url}/`), 'must begin with https:')
const text = z.string().min(1)

/** `OIDC_TH_ISSUER`, `OIDC_TH_CLIENT_ID`, `OIDC_TH_CLIENT_SECRET`, and so on: all three of a country, or none. */
export function readProviders(
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<CountryCode, Provider> {
  const providers = new Map<CountryCode, Provider>()
  for (const country of countryCodes) {
    const [at, id, secret] = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].map((what) => `OIDC_${country}_${what}`)
    if (!at || !id || !secret || [at, id, secret].every((name) => environment[name] === undefined)) continue
    const shape = z.object({ [at]: issuer, [id]: text, [secret]: text, PUBLIC_URL: z.url() })
    const { error } = shape.safeParse(environment)
    const [first] = error?.issues ?? []
    if (first)
      throw new WrongEnvironment(`${first.path.join('.')}: ${first.message} (needed for OpenID Connect of ${country})`)
    const given = (name: string) => environment[name] ?? ''
    providers.set(country, { issuer: given(at).replace(/\/$/, ''), clientId: given(id), clientSecret: given(secret) })
  }
  return providers
}
