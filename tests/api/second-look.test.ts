import { execute, getNamedType, isObjectType, parse } from 'graphql'
import { compileQuery } from 'graphql-jit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, contextOf } from '../../schema/context.ts'
import { schema } from '../../schema/index.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import { roles } from '../../server/domain/cases/roles.ts'
import { grantsOf } from '../../server/domain/disclosure/question-rules.ts'
import { guardedTypes } from '../../server/domain/disclosure/type-rules.ts'
import { signIn } from '../../server/services/sign-in.ts'
import { caseIn, type InPhase } from '../support/access-cases.ts'
import { everyReader, type Reader } from '../support/access-readers.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const QUERY =
  'query ($case: ID!, $list: ID!) { case(id: $case) { id } node(id: $case) { id } handover(id: $list) { id } }'

describe.each(engineKinds)('a service that hands out too much is stopped at the contract, on %s', (kind) => {
  let api: Api
  let readers: readonly Reader[]
  let draft: InPhase
  let accepted: InPhase
  /** What loads for somebody who sees it all, and asks for somebody else: as if no gate had stood before it. */
  const ungated = async (seer: string, asker: string): Promise<Context> => {
    const [one, other] = await Promise.all([signIn(api.service, seer), signIn(api.service, asker)])
    if (!one || !other) throw new Error('no account')
    return { ...contextOf(api.service, one, 'en'), by: other }
  }
  beforeAll(async () => {
    api = await Api.open(kind)
    const way = new WayOverHttp(api)
    readers = await everyReader(way)
    draft = await caseIn(way, 'draft')
    accepted = await caseIn(way, 'accepted')
  })
  afterAll(() => api.close())

  const told = async (reader: Reader, { caseId, handoverId }: InPhase, run: 'as it is' | 'compiled') => {
    const contextValue = await ungated(await api.key('TH', 'focal'), reader.key)
    const variableValues = { case: caseId, list: handoverId ?? caseId }
    const document = parse(QUERY)
    const compiled = run === 'compiled' ? compileQuery(schema, document) : null
    const { data }: Looked =
      compiled && 'query' in compiled
        ? await compiled.query(null, contextValue, variableValues)
        : await execute({ schema, document, contextValue, variableValues })
    return [data.case, data.node, data.handover].map((one) => one !== null)
  }

  test.each(['as it is', 'compiled'] as const)('cases and lists, the query run %s', async (run) => {
    const readsCases = new Set(grantsOf('case').flatMap((one) => one.roles))
    for (const reader of readers) {
      const mayRead = readsCases.has(reader.role)
      const party = reader.relation === 'own' || reader.relation === 'other'
      const both = mayRead && party
      expect(await told(reader, accepted, run), reader.name).toEqual([both, both, both])
      // Before the sending there is nothing for the other side.
      const own = mayRead && reader.relation === 'own'
      expect(await told(reader, draft, run), reader.name).toEqual([own, own, false])
    }
  })

  test('every list of what not everybody reads, whoever put something into it', async () => {
    const lists = Object.values(schema.getTypeMap()).flatMap((type) => {
      const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields()['nodes'] : undefined
      const below = nodes && getNamedType(nodes.type).name
      return nodes && below && below in guardedTypes && below !== 'Case' ? [{ nodes, below }] : []
    })
    expect(lists.length).toBeGreaterThan(4)
    for (const { nodes, below } of lists)
      for (const role of roles) {
        const by = { role, country: null } as unknown as Actor
        const ask = () => nodes.resolve?.({ nodes: [{}] }, {}, { by }, {} as never)
        const may = grantsOf(guardedTypes[below]?.follows ?? 'node').some((one) => one.roles.includes(role))
        if (may) expect(ask(), `${below} ${role}`).toEqual([{}])
        else expect(ask, `${below} ${role}`).toThrow(`${below} came as far as the contract for ${role}`)
      }
  })
})
