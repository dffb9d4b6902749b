import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId, readGlobalId } from '../../schema/global-id.ts'
import { schema } from '../../schema/index.ts'
import { Seeded } from '../../server/demo/seeded.ts'
import { accessActNames } from '../../server/domain/access/access-acts.ts'
import { countryRoles, type Role } from '../../server/domain/cases/roles.ts'
import { guardedTypes } from '../../server/domain/disclosure/type-rules.ts'
import { type CountryCode, countryCodes } from '../../server/domain/kernel/country.ts'
import { nounsOf } from '../../server/domain/nouns.ts'
import { tryAccessActs } from '../support/access-nouns.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { everyAct, type Tried, tryActs } from '../support/every-mutation.ts'
import { type Foreign, foreignKinds, makeForeign, neverIssued } from '../support/foreign-nouns.ts'
import { idFieldsBelow, idQuestions } from '../support/id-questions.ts'
import { runs, seed } from '../support/sample.ts'
import { stored } from '../support/stored.ts'
import { difference } from '../support/told.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const COUNT = runs(10, 200)
/** The one role that is told of it; of national figures, which five roles of every country read, one that is told nothing. */
const ONLY: Partial<Record<Foreign['type'], Role>> = {
  ErasureRequest: 'privacy',
  AggregateImport: 'liaison',
  Account: 'admin',
  ApiKey: 'admin',
  Invitation: 'admin',
}

/** What is another one in every answer. */
const OF_ITS_OWN = ['x-request-id', 'date']

const otherThan = (country: CountryCode): CountryCode => (country === 'TH' ? 'VN' : 'TH')

const hasField = ({ fields }: Tried, ...kinds: readonly string[]): boolean =>
  Object.values(fields).some(({ type }) => kinds.includes(type.kind === 'id' ? type.of : type.kind))
/** Acts that name a case, a list or an entry that is there; the others open something of the own country. */
const naming = everyAct.filter(
  (act) =>
    nounsOf(act.name).target !== null || hasField(act, 'Case', 'caseIds', 'agenda', 'reference', 'Report', 'Meeting'),
)
const namingTwo = everyAct.filter((act) => hasField(act, 'Case'))

test('every kind of node that not everybody reads is among them, and no id is asked for further down', () => {
  const nodes = schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => name)
  const made = Object.values(foreignKinds).map(({ type }) => type)
  expect([...new Set<string>(made)].sort()).toEqual(nodes.filter((name) => name in guardedTypes).sort())
  expect(idFieldsBelow).toEqual([])
  expect([...everyAct.map(({ name }) => name), ...accessActNames].sort()).toEqual(
    Object.keys(schema.getMutationType()?.getFields() ?? {}).sort(),
  )
})

describe.each(engineKinds)(`${COUNT} foreign ids and as many that never were (SEED=${seed}), on %s`, (kind) => {
  const chance = new Seeded(Math.imul(seed, 0x9e3779b1) >>> 0)
  let api: Api
  let way: WayOverHttp
  const nouns: Foreign[] = []
  /** A case that the strangers of a country see, for acts that name a second one. */
  const own = new Map<CountryCode, string>()
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    for (const [name, { share }] of Object.entries(foreignKinds))
      for (let made = 0; made < Math.max(1, Math.round((COUNT * share) / 100)); made += 1)
        nouns.push(await makeForeign(way, chance, name as keyof typeof foreignKinds))
    for (const country of countryCodes) own.set(country, await way.send(country, otherThan(country)))
  }, 600_000)
  afterAll(() => api.close())

  const postOf = (country: CountryCode) =>
    [...api.service.world.offices.values()].find((one) => one.country === country && one.roles.includes('post'))?.id

  /** Everything that one reader is answered, and how many statements it took; the id and the reference have no name in it. */
  async function answersTo(key: string, country: CountryCode, { id, reference }: Pick<Foreign, 'id' | 'reference'>) {
    api.forgetFiles()
    // What others read before is written by none of these requests.
    await api.service.readings.flush()
    const before = api.engine.statements.count
    const told: string[] = []
    for (const { query, by } of idQuestions) {
      const it = by === 'id' ? id : reference
      const { status, headers, text } = await api.ask(key, query, { it })
      const rest = Object.entries(headers).filter(([name]) => !OF_ITS_OWN.includes(name))
      told.push(`${query} ${status} ${JSON.stringify(rest)} ${text}`)
    }
    const bare = readGlobalId(id)?.id ?? ''
    const [caseId, handoverId] = [globalId('Case', bare), globalId('Handover', bare)]
    const others = {
      meetingId: globalId('Meeting', bare),
      reportId: globalId('Report', bare),
      reportPartId: globalId('ReportPart', bare),
      reportFileId: globalId('ReportFile', bare),
    }
    const alone = { caseId, handoverId, ...others, otherId: caseId, reference, other: otherThan(country) }
    const acts = [
      ...(await tryActs(api, key, alone, naming)),
      ...(await tryActs(api, key, { ...alone, caseId: own.get(country) ?? '' }, namingTwo)),
    ]
    for (const { name, answer } of acts) told.push(`${name} ${JSON.stringify(answer)}`)
    told.push(...(await tryAccessActs(api, key, country, id)))
    const ids = [id, caseId, handoverId, ...Object.values(others)]
    const text = ids.reduce((rest, one) => rest.replaceAll(one, 'ID'), told.join('\n'))
    return { text: text.replaceAll(reference, 'REFERENCE'), statements: api.engine.statements.count - before }
  }

  test('is there for its owner, and nothing to strangers: the same bytes, the same statements', async () => {
    expect(nouns.length).toBeGreaterThanOrEqual(COUNT)
    for (const noun of nouns) {
      const node = 'query ($id: ID!) { node(id: $id) { id } }'
      const { data } = await api.ask(await way.key(...noun.owner), node, { id: noun.id })
      expect(data.node).toEqual({ id: noun.id })
      const nothing = neverIssued(noun, chance)
      for (const country of noun.strangers) {
        // Of erasures and of who comes in some alone are told, each of the own country's.
        const role = ONLY[noun.type] ?? chance.one(countryRoles)
        const key = await way.key(country, role, role === 'post' ? postOf(country) : undefined)
        const before = await stored(api.engine)
        const [there, never] = [await answersTo(key, country, noun), await answersTo(key, country, nothing)]
        const what = `${noun.type} ${noun.reference} for ${country} ${role}`
        expect(difference(there.text, never.text), what).toBe('')
        expect(there.statements, what).toBe(never.statements)
        expect(await stored(api.engine), what).toEqual(before)
      }
    }
  }, 3_600_000)
})
