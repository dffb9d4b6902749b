import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { runCommand } from '../support/command.ts'

const tryOn = (input: string, ...more: readonly string[]) => {
  const { status, stdout } = spawnSync(process.execPath, ['server/cli/main.ts', 'guard', ...more], {
    input,
    encoding: 'utf8',
  })
  return { code: status, lines: stdout.trim().split('\n') }
}

test('texts from the standard input, a line for each, and the answer as the exit', () => {
  const { code, lines } = tryOn('She travels on Monday.\nติดต่อ 081-234-5678\n')
  expect(code).toBe(1)
  expect(lines).toEqual(['passes', 'refused  telephone 8-19'])
  expect(tryOn('She travels on Monday.').code).toBe(0)
})

test('for programs one object a line', () => {
  const { lines } = tryOn('Ask at house no. 12', '--json')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    verdict: 'identity',
    findings: [{ rule: 'address', blocks: true }],
  })
})

test('bad use is told', () => {
  expect(tryOn('a', '--encoding', 'LATIN').code).toBe(2)
  expect(runCommand(['guard', 'nowhere.txt'])).toMatchObject({ code: 2 })
  expect(runCommand(['guard', '--help'])).toMatchObject({ code: 0 })
})
