/**
 * The directions of imports, as rules (`depcruise .`). One rule a ring: what it may know of the project.
 *
 * dependency-cruiser cannot read TypeScript 7, which has no JavaScript API. So `typescript` in package.json is the
 * compatibility package of TypeScript 6, for this tool alone; `tsc` is TypeScript 7, under the name @typescript/native.
 */
const project = '^(server|schema|db|locales|web|tests)/'

/** The files under `from` may import, of the project, only what `may` matches; packages and Node are ruled elsewhere. */
const only = (name, from, may, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: project, pathNot: may },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'server/domain imports itself and nothing else: no package, no Node module.',
      severity: 'error',
      from: { path: '^server/domain/' },
      to: { pathNot: '^server/domain/' },
    },
    only(
      'low-files-stand-low',
      '^server/(clock|chance|config)\\.ts$',
      '^server/(domain/|(clock|chance|config)\\.ts$)',
      'Clock, chance and configuration know the domain at most.',
    ),
    only(
      'adapters-know-domain',
      '^server/adapters/',
      '^server/(domain|adapters)/',
      'An adapter knows the domain only.',
    ),
    only('db-knows-domain', '^db/', '^(db|server/domain)/', 'db stores domain shapes and knows nothing above them.'),
    {
      name: 'db-packages',
      comment: 'db needs the two drivers, drizzle and zod (to check reference data); another package is a decision.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: 'node_modules', pathNot: 'node_modules/(@types/)?(drizzle-orm|drizzle-kit|better-sqlite3|pg|zod)/' },
    },
    {
      name: 'sql-only-in-db',
      comment: 'SQL lives behind the named functions of db.',
      severity: 'error',
      from: { path: '^(server|schema|locales|web)/' },
      to: { path: 'node_modules/(@types/)?(drizzle-orm|better-sqlite3|pg)/' },
    },
    only(
      'services-look-down',
      '^server/services/',
      '^(db/|server/(services|domain|adapters)/|server/(clock|chance)\\.ts$)',
      'A service knows the database, the domain, the adapters and the clock.',
    ),
    only(
      'documents-look-down',
      '^server/documents/',
      '^(locales/|server/(documents|domain|adapters)/|server/(clock|chance)\\.ts$)',
      'A document is made of what it is given, in a language.',
    ),
    only(
      'schema-asks-services',
      '^schema/',
      '^(schema/|locales/|server/(services|documents|domain)/)',
      'A resolver calls a service, or has a document put into words; it never reaches the database.',
    ),
    {
      name: 'db-from-services-or-edge',
      comment: 'Of the outer ring, only the start, the assembly, the commands and the jobs open the database.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(main\\.ts|app\\.ts|cli/|jobs/|services/|witness/)' },
      to: { path: '^db/' },
    },
    only('locales-stand-alone', '^locales/', '^locales/', 'Languages import nothing of the project.'),
    only('web-stands-alone', '^web/', '^web/', 'The console knows the service through schema.graphql only.'),
    {
      name: 'nobody-imports-tests',
      comment: 'What ships does not know that it is tested.',
      severity: 'error',
      from: { pathNot: '^(tests/|vitest\\.config\\.ts$)' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'What ships runs on dependencies alone.',
      severity: 'error',
      from: { path: '^(bin|server|schema|db|locales)/', pathNot: 'drizzle\\.config\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-unknown-packages',
      comment: 'Every package imported is named in package.json, every path leads to a file.',
      severity: 'error',
      from: { pathNot: '^node_modules/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing, or three.',
      severity: 'error',
      from: { pathNot: '^node_modules/' },
      // Types that name each other are one shape in two files, not two modules that need each other at run time.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is an entry point or is dead.',
      severity: 'error',
      from: {
        orphan: true,
        path: project,
        pathNot: [
          '\\.d\\.ts$',
          '\\.test\\.ts$',
          '\\.worker\\.ts$',
          'drizzle\\.config\\.ts$',
          '^server/main\\.ts$',
          '^server/cli/main\\.ts$',
          '^schema/print\\.ts$',
          '^tests/(check|bench)/main\\.ts$',
          '^locales/.+\\.mjs$',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^(data|coverage|web/dist)/', '^\\.(git|ci)/'] },
    // A type-only import is a direction too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'types', 'default'],
    },
  },
}
