import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { z } from 'zod'
import { canonical } from '../../server/domain/journal/canonical.ts'
import type { Procedure } from '../../server/domain/procedures/procedure.ts'
import { procedureShape } from './shapes.ts'

/** A file of reference data that does not fit its shape. The message names the file and every place. */
export class UnfitData extends Error {}

const folder = (name: string) => new URL(`../${name}/`, import.meta.url)

function fit<S extends z.ZodType>(shape: S, value: unknown, source: string): z.infer<S> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const places = result.error.issues.map(({ path, message }) => `${path.join('.') || '(whole)'}: ${message}`)
  throw new UnfitData(`${source} does not fit: ${places.slice(0, 10).join('; ')}`)
}

export const readJson = <S extends z.ZodType>(shape: S, path: string): z.infer<S> =>
  fit(shape, JSON.parse(readFileSync(new URL(path, folder('.')), 'utf8')), path)

export const readFolder = <S extends z.ZodType>(shape: S, name: string): z.infer<S>[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readJson(shape, `${name}/${file}`))

/** A procedure from its text: checked for shape, with the hash a case is pinned to. */
export function readProcedure(text: string, source: string): Procedure {
  const content = fit(procedureShape, parse(text, source), source)
  return { ...content, hash: createHash('sha256').update(canonical(content)).digest('hex') } as unknown as Procedure
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UnfitData(`${source} is not JSON`)
  }
}

/** The procedures this release ships. */
export const shippedProcedures = (): readonly { readonly procedure: Procedure; readonly text: string }[] =>
  readdirSync(folder('procedures'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder('procedures')), 'utf8')
      return { procedure: readProcedure(text, `procedures/${file}`), text }
    })
