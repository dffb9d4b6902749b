import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'

/** Vitest runs this once: after all tests nothing is left of what their processes compiled. */
export default function setup({ config }: TestProject) {
  const { NODE_COMPILE_CACHE: folder } = config.env
  return () => folder && rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}
