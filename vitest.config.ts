import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Vite would take graphql's ESM build while packages take the CommonJS one, and two builds refuse each other's schemas.
const graphql = fileURLToPath(new URL('./node_modules/graphql/index.js', import.meta.url))

// Processes that tests start keep here what they compiled, for the next of them; it is cleared after the run.
const compiled = join(tmpdir(), `mekong-liaison-compiled-${process.pid}`)

/**
 * `npm test` runs everything, a seeded sample of each `*.proof.test.ts` included; `npm run test:long` (mode `long`) runs
 * the proofs alone and in full. They read `process.env.PROOFS`.
 */
export default defineConfig(({ mode }) => {
  const long = mode === 'long'
  const files = (folders: string) => [`tests/${folders}/**/*.${long ? 'proof.test' : 'test'}.ts`]
  return {
    resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
    test: {
      pool: 'forks',
      maxWorkers: 2,
      globalSetup: 'tests/support/compiled.ts',
      // Room for a busy machine with few cores: nothing waits this long where it works.
      testTimeout: long ? 3_600_000 : 180_000,
      hookTimeout: 180_000,
      env: { PROOFS: long ? 'full' : 'sample', TZ: 'UTC', NODE_COMPILE_CACHE: compiled },
      projects: [
        // Three projects, so that a run of the domain or of documents alone starts no database.
        { extends: true, test: { name: 'domain', include: files('domain') } },
        { extends: true, test: { name: 'documents', include: files('documents') } },
        {
          extends: true,
          test: { name: 'service', include: files('{api,contract,cli}'), globalSetup: 'tests/support/postgres.ts' },
        },
      ],
    },
  }
})
