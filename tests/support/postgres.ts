import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The one PostgreSQL of this run; a test takes a database of its own from it (`freshDatabase`). */
    postgresUrl: string
  }
}

/** Vitest runs this once before the tests of the project `service`, and what it returns after them. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}
