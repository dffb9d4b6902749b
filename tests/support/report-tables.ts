import type { Instant } from '../../server/domain/kernel/instant.ts'
import type { FigureId } from '../../server/domain/reports/figures/figures-of.ts'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { FigureQuery, ReportCell, ReportTable } from '../../server/domain/reports/report.ts'

export const snapshot = '2026-11-20T03:00:00.000Z' as Instant

type Dimensions = ReportTable['dimensions']
const countries = ['KH', 'LA', 'TH', 'VN']
const from = { name: 'requestingCountry', categories: countries }
const back = { name: 'countryOfReturn', categories: countries }
const owedBy = { name: 'owedBy', categories: countries }
const inTime = { name: 'inTime', categories: ['in-time', 'late', 'not-stated'] }
const due = { name: 'due', categories: ['not-yet-due', 'overdue', 'no-limit'] }

const SAMPLES: readonly (readonly [FigureId, FigureQuery['kind'], string, Dimensions])[] = [
  ['sent-by-corridor', 'milestone', 'sent', [from, back]],
  [
    'sent-by-sex-and-age',
    'milestone',
    'sent',
    [
      { name: 'sex', categories: ['female', 'male', 'other', 'not-stated'] },
      { name: 'age', categories: ['minor', 'adult', 'not-stated'] },
    ],
  ],
  [
    'sent-by-exploitation',
    'milestone',
    'sent',
    [{ name: 'exploitation', categories: ['sexual-exploitation', 'forced-labour', 'debt-bondage', 'not-stated'] }],
  ],
  ['sent-by-sector', 'milestone', 'sent', [{ name: 'sector', categories: ['fishing', 'trade', 'not-stated'] }]],
  ['accepted-by-corridor', 'milestone', 'accepted', [from, back]],
  ['received-by-corridor', 'milestone', 'received', [from, back]],
  ['acknowledged-in-time', 'step', 'acknowledgeRequest', [owedBy, inTime]],
  ['verified-in-time', 'step', 'recordVerification', [owedBy, inTime]],
  ['received-in-time', 'step', 'confirmReception', [owedBy, inTime]],
  ['acknowledge-open', 'open-step', 'acknowledgeRequest', [owedBy, due]],
  ['verify-open', 'open-step', 'recordVerification', [owedBy, due]],
  ['receive-open', 'open-step', 'confirmReception', [owedBy, due]],
  ['returned-for-information', 'branch', 'returned-for-information', [from, back]],
  ['holds-by-reason', 'branch', 'on-hold', [{ name: 'holdReason', categories: ['legal', 'medical', 'not-stated'] }]],
  ['unannounced-by-corridor', 'branch', 'unannounced', [from, back]],
  ['refusals-by-reason', 'branch', 'refused', [{ name: 'refusalReason', categories: ['no-record', 'duplicate'] }]],
  ['disputes-by-subject', 'branch', 'dispute', [{ name: 'disputeSubject', categories: ['timing', 'counts'] }]],
  ['stopped-by-corridor', 'branch', 'stopped', [from, back]],
  ['services-by-kind', 'service', 'any', [{ name: 'service', categories: ['legal', 'shelter', 'not-stated'] }]],
]

/** Every table there is, each number in it another, so that a number in a wrong cell is seen. */
export const sampleTables = (): readonly ReportTable[] => {
  let number = 1000
  const next = () => {
    number += 1
    return number
  }
  return SAMPLES.map(([id, kind, name, dimensions]) => ({
    id,
    figure: id,
    query: { kind, name, corridor: null, by: dimensions.map((one) => one.name), from: '2026-Q1', to: '2026-Q3' },
    snapshot,
    dimensions,
    cells: combinations(dimensions).map((where) => ({ where: { period: '2026', ...where }, ...countOf(where, next) })),
  }))
}

/** Viet Nam did not clear its figures; what is late in Cambodia is withheld; nobody goes from Lao PDR. */
function countOf(where: Where, next: () => number): Pick<ReportCell, 'count' | 'leftOut'> {
  const own = Object.values(where)
  if (where['requestingCountry'] === 'LA' || own.includes('other')) return { count: 0, leftOut: null }
  if (own.includes('VN')) return { count: null, leftOut: 'clearance' }
  if (own.includes('KH') && own.length === 2) return { count: null, leftOut: 'protection' }
  return { count: next(), leftOut: null }
}

/** Each combination of categories, and each margin. */
const combinations = (dimensions: Dimensions): readonly Where[] =>
  dimensions.reduce<readonly Where[]>(
    (found, { name, categories }) =>
      found.flatMap((where) => [where, ...categories.map((category) => ({ ...where, [name]: category }))]),
    [{}],
  )
