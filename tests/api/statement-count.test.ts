import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { meeting, WayOverHttp } from '../support/way-over-http.ts'

const QUEUE = `query ($first: Int!) { myWork(first: $first, wholeOffice: true) { nodes { owes dueDay
  step { label deadline { dueDay explanation } office { name } }
  case { reference stageLabel steps { label deadline { dueDay } } possible { allowed } requestingCountry { name } } } } }`
const LIST = `query ($first: Int!) { cases(first: $first) { nodes { reference steps { label } journal { label } } } }`
const FILE = `query ($id: ID!) { case(id: $id) { reference profile { sex { label } } consent { share { label } }
  steps { label deadline { explanation } } possible { allowed obstacle { message } } questions { number }
  handover { status counts { total } cases { reference } } journal { label receipt { leaf } } } }`
/** Who is asking is looked up at every request. */
const SIGN_IN = 1

describe.each(engineKinds)('statements on %s', (kind) => {
  let api: Api
  let key: string
  let onList: string
  beforeAll(async () => {
    api = await Api.open(kind)
    const way = new WayOverHttp(api)
    for (let count = 0; count < 25; count += 1) await way.send('TH', 'LA')
    onList = await way.accept('TH', 'LA')
    const liaison = await way.key('TH', 'liaison')
    await way.must(liaison, 'proposeHandover', { caseIds: [onList], crossing: 'la-th-vientiane-nong-khai', ...meeting })
    key = await api.key('LA', 'focal')
  })
  afterAll(() => api.close())

  /** How many a query takes in a process that has read nothing yet, and how many rows it answered. */
  const count = async (query: string, variables: object) => {
    api.forgetFiles()
    // Marks of what was read before are written by no request.
    await api.service.readings.flush()
    const before = api.engine.statements.count
    const { data, errors } = await api.ask(key, query, variables)
    expect(errors).toBeUndefined()
    return { statements: api.engine.statements.count - before - SIGN_IN, data }
  }

  test('the queue takes at most three, whether it has 2 rows or 25', async () => {
    const [two, many] = [await count(QUEUE, { first: 2 }), await count(QUEUE, { first: 25 })]
    expect([two.data.myWork.nodes.length, many.data.myWork.nodes.length]).toEqual([2, 25])
    expect(two.statements).toBeLessThanOrEqual(3)
    expect(many.statements).toBe(two.statements)
  })
  test('a list of cases takes as many for 25 as for 2', async () => {
    const [two, many] = [await count(LIST, { first: 2 }), await count(LIST, { first: 25 })]
    expect(many.data.cases.nodes).toHaveLength(25)
    expect([two.statements <= 3, many.statements]).toEqual([true, two.statements])
  })
  test('a whole file with its handover and receipts takes at most five', async () => {
    const { statements, data } = await count(FILE, { id: onList })
    expect(data.case.handover.counts.total).toBe(1)
    expect(statements).toBeLessThanOrEqual(5)
  })
})
