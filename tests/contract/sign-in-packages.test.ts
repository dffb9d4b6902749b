import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

/** The release whose parts were read before they were taken; an older one is never taken instead. */
const READ_THROUGH = [1, 7, 25]

test('what signing in rests on is pinned exactly, and no older release comes in', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of ['better-auth', '@better-auth/utils', 'jose'])
    expect(dependencies[name]).toMatch(/^\d+\.\d+\.\d+$/)
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  const found = Object.entries(packages).filter(([path]) =>
    /(^|\/)node_modules\/(better-auth|@better-auth\/core)$/.test(path),
  )
  expect(found).toHaveLength(2)
  for (const [, { version = '' }] of found) {
    expect(version).toBe(dependencies['better-auth'])
    const at = version.split('.').map(Number)
    const behind = READ_THROUGH.findIndex((part, place) => (at[place] ?? 0) !== part)
    expect(behind === -1 || (at[behind] ?? 0) > (READ_THROUGH[behind] ?? 0), version).toBe(true)
  }
})
