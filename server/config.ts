import { z } from 'zod'

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
