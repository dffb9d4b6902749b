import type { Seeded } from '../../../server/demo/seeded.ts'

/** A list of `length`, of what is made of each number. */
const list = (length: number, make: (number: number) => string): string =>
  Array.from({ length }, (_, at) => make(at)).join(' ')
const nest = (open: string, inside: string, close: string, times: number): string =>
  open.repeat(times) + inside + close.repeat(times)

export interface Request {
  readonly query: string
  readonly variables?: unknown
}

const ROOTS = [
  'viewer { account }',
  'myWork { nodes { dueDay } }',
  'cases { nodes { id } }',
  'countries { code }',
] as const

/** Queries that are made to cost the service more than whoever sends them, by what they try. */
export const hostileQueries: Readonly<Record<string, (chance: Seeded) => Request>> = {
  deep: (chance) => ({
    query: `{ case(id: "x") { ${nest('handover { cases { ', 'id', ' } }', 3 + chance.below(150))} } }`,
  }),
  wide: (chance) => ({ query: `{ ${list(20 + chance.below(300), () => chance.one(ROOTS))} }` }),
  aliases: (chance) => ({ query: `{ ${list(5 + chance.below(200), (at) => `a${at}: ${chance.one(ROOTS)}`)} }` }),
  aliasesOfAct: (chance) => ({
    query: `mutation ($input: DraftRequestInput!) { ${list(2 + chance.below(60), (at) => `a${at}: draftRequest(input: $input) { problems { code } }`)} }`,
    variables: { input: {} },
  }),
  circles: (chance) => {
    const count = 1 + chance.below(60)
    return {
      query: `${list(count, (at) => `fragment f${at} on Query { ...f${(at + 1) % count} ...f${chance.below(count)} }`)} { ...f0 }`,
    }
  },
  doubling: (chance) => {
    const count = 5 + chance.below(40)
    const double = list(count, (at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`)
    return { query: `${double} fragment f${count} on Query { ${chance.one(ROOTS)} } { ...f0 }` }
  },
  fragments: (chance) => {
    const count = 2 + chance.below(60)
    const each = list(count, (at) => `fragment f${at} on Query { ${chance.one(ROOTS)} }`)
    return { query: `${each} { ${list(count, (at) => `...f${at}`)} }` }
  },
  inline: (chance) => ({ query: `{ ${nest('... on Query { ', chance.one(ROOTS), ' }', 1 + chance.below(240))} }` }),
  directives: (chance) => ({
    query: `{ viewer ${list(1 + chance.below(200), () => '@include(if: true)')} { account } }`,
  }),
  operations: (chance) => ({ query: list(1 + chance.below(160), (at) => `query q${at} { viewer { account } }`) }),
  pages: (chance) => ({
    query: `query ($n: Int = ${chance.below(200)}) { cases(first: $n) { nodes { steps { label } handover { cases { ${chance.one(['id', 'steps { label key side } journal { label }', 'handover { cases { timeline { at text } } }'])} } } } } }`,
    variables: chance.below(2) ? { n: chance.one([1, 99, 100, 101, 2 ** 31, -1, null, '100', [100]]) } : {},
  }),
  longPages: (chance) => ({ query: `{ cases(first: ${101 + chance.below(2 ** 30)}) { nodes { id } } }` }),
  dear: (chance) => ({
    query: `query ($n: Int) { cases(first: $n) { nodes { handover { cases { steps { label key } timeline { at text } handover { cases { timeline { at text } } } } } } } }`,
    variables: { n: 90 + chance.below(11) },
  }),
  introspection: (chance) => ({
    query: chance.below(2)
      ? '{ __type(name: "Case") { name fields { name } } }'
      : `{ __schema { types { ${nest('fields { type { ', 'name', ' } }', 1 + chance.below(40))} } } }`,
  }),
  misspelled: (chance) => ({
    query: `{ ${list(1 + chance.below(400), (at) => `${chance.one(['vewer', 'case', 'mywork', 'countres', 'node'])}${at % 7}`)} }`,
  }),
  literals: (chance) => ({
    query: `{ cases(filter: ${nest('{ a: ', '1', ' }', 1 + chance.below(240))}) { nodes { id } } node(id: [${list(chance.below(100), String)}]) { id } }`,
  }),
  variables: (chance) => ({
    query: `query (${list(1 + chance.below(200), (at) => `$v${at}: ${chance.one(['ID', 'Int', '[[ID!]!]!', 'Nothing', 'CaseFilter'])}`)}) { viewer { account } }`,
  }),
  longNames: (chance) => ({ query: `{ ${chance.one(['x', 'viewer', 'a:'])}${'x'.repeat(chance.below(90_000))} }` }),
  blockString: (chance) => ({ query: `{ node(id: """${'\\n" '.repeat(chance.below(25_000))}""") { id } }` }),
}
