import { globalId, type NodeType, readGlobalId } from '../../schema/global-id.ts'
import type { Seeded } from '../../server/demo/seeded.ts'
import { issueReference, SYMBOLS } from '../../server/domain/cases/reference.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import { type CountryCode, countryCodes } from '../../server/domain/kernel/country.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Fact } from '../../server/domain/statistics/fact.ts'
import { type AccessNoun, makeAccessNoun } from './access-nouns.ts'
import { ReportDesk } from './report-desk.ts'
import { addFacts, straightHome } from './told-facts.ts'
import { meeting, type WayOverHttp } from './way-over-http.ts'

/** A noun that is there, of two countries. */
export interface Foreign {
  readonly type: NodeType
  readonly id: string
  /** Of the case it is or goes with. */
  readonly reference: string
  /** Who sees it: without that the comparison would say nothing. */
  readonly owner: readonly [CountryCode, Role]
  /** For whom it is not there. */
  readonly strangers: readonly CountryCode[]
}

type Made = Omit<Foreign, 'type' | 'reference'> & { readonly caseId: string }

/** Of a pair of countries that is drawn, and for whom nothing of it is there. */
function drawn(chance: Seeded) {
  const from = chance.one(countryCodes)
  const to = chance.one(countryCodes.filter((one) => one !== from))
  return { from, to, strangers: countryCodes.filter((one) => one !== from && one !== to) }
}
/** Where a crossing is named it is one of these two countries. */
const TH_LA = { from: 'TH', to: 'LA', strangers: ['KH', 'CN', 'MM', 'VN'] } as const

async function closed(way: WayOverHttp): Promise<string> {
  const [caseId, focal] = [await way.send('TH', 'LA'), await way.key('LA', 'focal')]
  await way.must(focal, 'acknowledgeRequest', { caseId })
  await way.must(focal, 'refuseReturn', { caseId, reason: 'duplicate' })
  await way.must(focal, 'proposeClosure', { caseId, reason: 'refused' })
  return way.must(await way.key('TH', 'focal'), 'closeCase', { caseId })
}

/** Nothing of a case: the draft beside it only lends its reference. */
const comingIn = <T extends AccessNoun>(type: T) => ({
  type,
  share: 4,
  async make(way: WayOverHttp, chance: Seeded): Promise<Made> {
    const { from, to, strangers } = drawn(chance)
    const [id, caseId] = [await makeAccessNoun(way, from, type), await way.draft(from, to)]
    return { id, caseId, owner: [from, 'admin'], strangers: [to, chance.one(strangers)] }
  },
})

/** Figures of another year each: they do not overlap. Nothing of a case: the draft beside it only lends its reference. */
let figuresMade = 0
async function nationalFigures(way: WayOverHttp, chance: Seeded): Promise<Made> {
  const { from, to, strangers } = drawn(chance)
  figuresMade += 1
  const text = { text: 'Nothing that names anybody.' }
  const figures = [{ year: 2000 + (figuresMade % 26), indicator: 'identified', total: 1 }]
  const input = { definition: text, coverage: text, source: text, sourceDay: '2026-03-01', figures }
  const id = await way.must(await way.key(from, 'taskforce'), 'importAggregates', input)
  return { id, caseId: await way.draft(from, to), owner: [from, 'focal'], strangers: [to, chance.one(strangers)] }
}

/** A review of a corridor whose figures are made, its part of one country, and a file that its focal agency asked for. */
const reviewed = <T extends 'Report' | 'ReportPart' | 'ReportFile'>(type: T) => ({
  type,
  share: 4,
  async make(way: WayOverHttp, chance: Seeded): Promise<Made> {
    const { from, to, strangers } = drawn(chance)
    const desk = new ReportDesk(way.api)
    const corridor = { requestingCountry: from, countryOfReturn: to }
    // Many at a time and of two kinds: figures that grow by a few, or in which all are alike, may be refused.
    await addFacts(
      way.api.engine,
      Array.from({ length: 24 }, (_, person) => KINDS[person % KINDS.length]).flatMap((kind) =>
        straightHome(corridor, kind),
      ),
    )
    // Figures of one instant are the same in every report.
    way.api.later(1)
    const key = await way.key(from, 'focal')
    const report = await desk.report({ kind: 'CORRIDOR_REVIEW', ...corridor }, key)
    const { making } = await desk.look(key, report, 'making { state failureText(language: en) }')
    if (making.state !== 'MADE') throw new Error(making.failureText)
    const ids = {
      Report: async () => report,
      ReportPart: () => desk.part(report, to),
      ReportFile: () => desk.file(key, report),
    }
    const others = type === 'ReportFile' ? [to, chance.one(strangers)] : [chance.one(strangers)]
    return { id: await ids[type](), caseId: await way.draft(from, to), owner: [from, 'focal'], strangers: others }
  },
})

/** Persons who are counted. */
const KINDS: readonly Partial<Fact>[] = [
  {},
  { sex: 'male' as Code, exploitation: ['sexual-exploitation' as Code], sector: 'construction' as Code },
]

/** How many of each there are in every hundred, and how one is made: every kind of node that not everybody reads. */
export const foreignKinds = {
  /** Before it is sent a case is not there for the country of return either. */
  draft: {
    type: 'Case',
    share: 38,
    async make(way, chance) {
      const { from, to, strangers } = drawn(chance)
      const caseId = await way.draft(from, to)
      return { id: caseId, caseId, owner: [from, 'liaison'], strangers: [to, chance.one(strangers)] }
    },
  },
  sent: {
    type: 'Case',
    share: 38,
    async make(way, chance) {
      const { from, to, strangers } = drawn(chance)
      const caseId = await way.send(from, to)
      return { id: caseId, caseId, owner: [from, 'focal'], strangers: [chance.one(strangers)] }
    },
  },
  list: {
    type: 'Handover',
    share: 10,
    async make(way, chance) {
      const caseId = await way.accept('TH', 'LA')
      const list = { caseIds: [caseId], crossing: 'la-th-vientiane-nong-khai', ...meeting }
      const id = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
      return { id, caseId, owner: ['LA', 'focal'], strangers: [chance.one(TH_LA.strangers)] }
    },
  },
  meeting: {
    type: 'Meeting',
    share: 8,
    async make(way, chance) {
      const caseId = await way.send('TH', 'LA')
      const agenda = [{ case: caseId, decision: 'next-meeting' }]
      const met = { with: 'LA', heldOn: '2026-03-02', agenda }
      const id = await way.must(await way.key('TH', 'focal'), 'recordCaseManagementMeeting', met)
      return { id, caseId, owner: ['LA', 'focal'], strangers: [chance.one(TH_LA.strangers)] }
    },
  },
  /** Nothing of a case: the draft beside it only lends its reference. */
  taskforceMeeting: {
    type: 'Meeting',
    share: 4,
    async make(way, chance) {
      const { from, to, strangers } = drawn(chance)
      const met = { series: 'TASKFORCE', firstDay: '2026-03-02', lastDay: '2026-03-02' }
      const id = await way.must(await way.key(from, 'taskforce'), 'recordMeeting', met)
      return { id, caseId: await way.draft(from, to), owner: [from, 'admin'], strangers: [to, chance.one(strangers)] }
    },
  },
  erasure: {
    type: 'ErasureRequest',
    share: 6,
    async make(way, chance) {
      const caseId = await closed(way)
      const reference = await referenceOf(way, ['TH', 'focal'], caseId)
      const asked = { reference, requestedOn: '2026-03-02' }
      const id = await way.must(await way.key('LA', 'privacy'), 'requestErasure', asked)
      return { id, caseId, owner: ['LA', 'privacy'], strangers: [chance.one(TH_LA.strangers)] }
    },
  },
  aggregates: { type: 'AggregateImport', share: 4, make: nationalFigures },
  report: reviewed('Report'),
  reportPart: reviewed('ReportPart'),
  reportFile: reviewed('ReportFile'),
  account: comingIn('Account'),
  apiKey: comingIn('ApiKey'),
  invitation: comingIn('Invitation'),
} as const satisfies Record<
  string,
  {
    readonly type: NodeType
    readonly share: number
    readonly make: (way: WayOverHttp, chance: Seeded) => Promise<Made>
  }
>

const SEES_NO_CASE: readonly Role[] = ['privacy', 'admin']

export async function makeForeign(way: WayOverHttp, chance: Seeded, kind: keyof typeof foreignKinds): Promise<Foreign> {
  const { type, make } = foreignKinds[kind]
  const { caseId, ...made }: Made = await make(way, chance)
  // Privacy officers and administrators see no case: the focal agency says how it is called.
  const [country, role] = made.owner
  const reference = await referenceOf(way, [country, SEES_NO_CASE.includes(role) ? 'focal' : role], caseId)
  return { type, ...made, reference }
}

async function referenceOf(way: WayOverHttp, owner: readonly [CountryCode, Role], caseId: string): Promise<string> {
  const query = 'query ($id: ID!) { case(id: $id) { reference } }'
  return (await way.api.ask(await way.key(...owner), query, { id: caseId })).data.case.reference
}

/** An id and a reference of the same form that were never issued: other where those of one moment differ. */
export function neverIssued({ type, id, reference }: Foreign, chance: Seeded): Pick<Foreign, 'id' | 'reference'> {
  const bare = readGlobalId(id)?.id ?? ''
  const tail = Array.from({ length: 12 }, () => chance.below(16).toString(16)).join('')
  const [from, to, year] = reference.split('-')
  const five = Array.from({ length: 5 }, () => chance.below(SYMBOLS.length))
  return {
    id: globalId(type, bare.slice(0, -12) + tail),
    reference: issueReference(from as CountryCode, to as CountryCode, Number(year), five),
  }
}
