import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ProjectCopy } from '../support/project-copy.ts'

/** Each check of `npm run check` finds what it is for: a fault is planted in a copy, and mended after. */
describe('npm run check', () => {
  let copy: ProjectCopy
  const planted = new Map<string, string>()
  beforeAll(() => {
    copy = new ProjectCopy()
  })
  afterEach(() => {
    for (const [path, text] of planted) writeFileSync(path, text)
    planted.clear()
  })
  afterAll(() => copy.remove())

  function plant(file: string, change: (text: string) => string): void {
    const path = join(copy.folder, file)
    const text = readFileSync(path, 'utf8')
    if (!planted.has(path)) planted.set(path, text)
    const changed = change(text)
    expect(changed).not.toBe(text)
    writeFileSync(path, changed)
  }

  test('finds an import against the direction, and a package in the domain', () => {
    const imports = { 'cases/close-case.ts': '../../../db/engine.ts', 'kernel/digits.ts': 'node:crypto' }
    for (const [file, what] of Object.entries(imports))
      plant(`server/domain/${file}`, (text) => `import '${what}'\n${text}`)
    const { code, said } = copy.run('depcruise', 'server/domain')
    expect(code).not.toBe(0)
    for (const file of Object.keys(imports)) expect(said).toMatch(new RegExp(`domain-is-pure: server/domain/${file} `))
  })

  test('rows in a resolver do not compile: one that is unguarded, and a case of which no reading is marked', () => {
    const rows = { CaseFile: 'cases/case-file.ts', CaseView: 'disclosure/case-view.ts' }
    const leak = Object.entries(rows).map(
      ([type, file]) => `
import type { ${type} } from '../../server/domain/${file}'
declare const leaked${type}: ${type}
builder.queryField('leak${type}', (t) => t.field({ type: CaseRef, description: 'A row of the store.', resolve: () => leaked${type} }))
`,
    )
    plant('schema/cases/case-queries.ts', (text) => text + leak.join(''))
    // That file and what it imports: the whole project takes ten times as long, and says the same.
    const files = ['schema/cases/case-queries.ts', 'server/adapters/myanmar-tools.d.ts']
    writeFileSync(
      join(copy.folder, 'tsconfig.one.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [], files }),
    )
    const { code, said } = copy.run('tsc', '--noEmit', '-p', 'tsconfig.one.json')
    expect(code).not.toBe(0)
    for (const type of Object.keys(rows))
      expect(said).toMatch(new RegExp(`schema/cases/case-queries\\.ts.*error.*'${type}'.*ShownCase`))
  })

  test('finds new Date() outside of the clock', () => {
    plant('server/services/read.ts', (text) => `${text}\nexport const today = () => new Date()\n`)
    const { code, said } = copy.run('node', 'tests/check/purity.ts')
    expect([code, said.includes('server/services/read.ts')]).toEqual([1, true])
  })

  test('finds a printed schema changed by hand, and a broken promise', () => {
    plant('schema/schema.graphql', (text) => text.replace('type Viewer', 'type Seer'))
    expect(copy.run('node', 'tests/check/contract.ts').said).toContain('schema:print')
    plant('schema/viewer/viewer.ts', (text) =>
      text.replace("account: t.exposeString('name'", "login: t.exposeString('name'"),
    )
    expect(copy.run('node', 'tests/check/contract.ts').said).toContain('breaks the released contract')
  })

  test('finds what has no rule of access, and a way from what everybody reads to a case', () => {
    const faults = [
      [
        'a field of Query without a rule',
        'schema/viewer/viewer.ts',
        (text: string) =>
          `${text}\nbuilder.queryField('who', (t) => t.field({ type: Viewer, description: 'x', resolve: (_r, _a, { by }) => by }))\n`,
        'Query who has no rule of access',
      ],
      [
        'a mutation without a rule',
        'schema/viewer/viewer.ts',
        (text: string) =>
          `${text}\nbuilder.mutationField('forget', (t) => t.boolean({ description: 'x', resolve: () => true }))\n`,
        'Mutation forget has no rule of access',
      ],
      [
        'a type without a rule',
        'schema/viewer/viewer.ts',
        (text: string) =>
          `${text}\nbuilder.objectRef<object>('Secret').implement({ description: 'x', fields: (t) => ({ one: t.string({ description: 'x', resolve: () => '' }) }) })\n`,
        'type Secret has no rule of access',
      ],
      [
        'a field of a list without a rule',
        'schema/handovers/handover.ts',
        (text: string) =>
          text.replace(
            '  fields: (t) => ({\n    id: t.id(',
            "  fields: (t) => ({\n    secret: t.string({ description: 'x', resolve: () => '' }),\n    id: t.id(",
          ),
        'field of Handover: secret has no rule of access',
      ],
      [
        'a field of a case without a rule',
        'schema/cases/case.ts',
        (text: string) =>
          text.replace(
            '    missingSince: t.expose(',
            "    since: t.expose('missingSince', { type: 'DateTime', nullable: true, description: 'x' }),\n    missingSince: t.expose(",
          ),
        'field of Case: since has no rule of access',
      ],
      [
        'a way from what everybody reads to a case',
        'schema/directory/delegation.ts',
        (text: string) => {
          const leads = "    cases: t.field({ type: ['Code'], description: 'x', resolve: () => [] }),\n"
          return text
            .replace('    firstDay: t.field(', `${leads}    firstDay: t.field(`)
            .replace("type: ['Code']", 'type: CaseRef as never')
            .replace('import { nodeFinder', "import { CaseRef } from '../cases/case-ref.ts'\nimport { nodeFinder")
            .replace(
              'import { Node, nodeFinder',
              "import { CaseRef } from '../cases/case-ref.ts'\nimport { Node, nodeFinder",
            )
        },
        'Delegation.cases leads from what everybody reads to Case',
      ],
    ] as const
    for (const [, file, change] of faults) plant(file, change)
    const { code, said } = copy.run('node', 'tests/check/access.ts')
    expect(code).toBe(1)
    for (const [what, , , told] of faults) expect(said, what).toContain(told)
  })

  test('finds a right that changed, and prints what changed', () => {
    plant('schema/access.md', (text) => `${text}\n`)
    plant('server/domain/disclosure/question-rules.ts', (text) =>
      text.replace('disclosureLog: KNOWN,', "disclosureLog: everybody('known'),"),
    )
    const { code, said } = copy.run('node', 'tests/check/access.ts')
    expect([code, said]).toEqual([1, expect.stringContaining('rights changed: schema/access.md was printed anew')])
    expect(readFileSync(join(copy.folder, 'schema/access.md'), 'utf8')).toMatch(/disclosureLog.*everybody/)
  })

  test('finds a table changed without a migration', () => {
    plant('db/tables/settings.ts', (text) =>
      text.replace("value: c.label('value').notNull()", "value: c.label('value')"),
    )
    const { code, said } = copy.run('node', 'tests/check/migrations.ts')
    expect([code, said.match(/without a migration/g)?.length]).toEqual([1, 2])
  })

  test('finds a sentence that Lao lacks, and a Thai word in Lao', () => {
    plant('locales/lo/problems.json', (text) => text.replace(/ {2}"CASE_CLOSED".*\n/, ''))
    const missing = copy.run('node', 'tests/check/languages.ts')
    expect([missing.code, missing.said]).toEqual([1, 'lo/problems.json CASE_CLOSED: missing\n'])
  })

  test('finds a Thai word in Lao, English left, a placeholder lost, and a word that is not the termbase’s', () => {
    plant('locales/lo/next.json', (text) => text.replace(/("CASE_CLOSED": ").*(",)/, '$1ກໍລະນີปิด$2'))
    plant('locales/km/next.json', (text) => text.replace(/("CASE_CLOSED": ").*(",)/, '$1សូមស្វែងរក closed case$2'))
    plant('locales/my/problems.json', (text) => text.replace('{{version}}', ''))
    plant('locales/th/problems.json', (text) => text.replace(/("CASE_CLOSED": ").*(",)/, '$1คดี {{case}} ปิดแล้ว$2'))
    const { code, said } = copy.run('node', 'tests/check/languages.ts')
    expect(code).toBe(1)
    expect(said).toContain('lo/next.json CASE_CLOSED: letters of th')
    expect(said).toContain('km/next.json CASE_CLOSED: an English word')
    expect(said).toContain('my/problems.json CONFLICT: other placeholders than in English')
    expect(said).toContain('“คดี” must not stand for “case”')
  })

  test('finds a label that is not the termbase’s word', () => {
    plant('locales/th/labels.json', (text) => text.replace(/("deadline.red": ").*(",)/, '$1สายแล้ว$2'))
    expect(copy.run('node', 'tests/check/labels.ts').said).toContain('not the termbase’s word')
  })
})
