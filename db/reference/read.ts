import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { z } from 'zod'
import { canonical } from '../../server/domain/journal/canonical.ts'
import { lazy } from '../../server/domain/kernel/lazy.ts'
import type { Procedure } from '../../server/domain/procedures/procedure.ts'
import { procedureShape, stepLabelsShape } from './shapes.ts'
import { UnfitData } from './unfit-data.ts'

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

/** Words for the steps that most procedures have in common; a file may say it otherwise. */
const stepLabels = lazy(() => readJson(stepLabelsShape, 'labels/steps.json'))

/**
 * A procedure from its text: checked for shape, steps without a label of their own named as usual, with the hash a case
 * is pinned to. The hash covers the rules, not the words: a better translation is no other procedure.
 */
export function readProcedure(text: string, source: string): Procedure {
  const content = fit(procedureShape, parse(text, source), source)
  const usual = stepLabels()
  const steps = content.steps.map((step) => ({ ...step, label: step.label ?? usual[step.key] ?? {} }))
  const acts = content.acts.map((act) => {
    return { ...act, label: act.label ?? usual[`${act.action}.${act.by.side}`] ?? usual[act.action] ?? {} }
  })
  return { ...content, steps, acts, hash: hashOf(content) } as unknown as Procedure
}

function hashOf(content: z.infer<typeof procedureShape>): string {
  const unnamed = <T extends { label?: unknown }>({ label: _words, ...rest }: T) => rest
  const rules = { ...unnamed(content), steps: content.steps.map(unnamed), acts: content.acts.map(unnamed) }
  return createHash('sha256').update(canonical(rules)).digest('hex')
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
