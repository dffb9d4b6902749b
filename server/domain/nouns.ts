import { actions } from './actions.ts'
import type { NounType } from './kernel/noun.ts'
import type { ActionName, ActName, RegisterActName } from './procedures/action-names.ts'
import { registerActs } from './registers/register-acts.ts'

/** What an act is about, and how its input names what it acts on: null where it makes something new. */
export interface ActNouns {
  /** Type and field of the answer. */
  readonly type: NounType
  readonly field: string
  readonly target: string | null
}

const REGISTERS = {
  meeting: { type: 'Meeting', field: 'meeting' },
  limit: { type: 'LimitProposal', field: 'limitProposal' },
  delegation: { type: 'Delegation', field: 'delegation' },
  holidays: { type: 'HolidayTable', field: 'holidayTable' },
  erasure: { type: 'ErasureRequest', field: 'erasureRequest' },
  aggregates: { type: 'AggregateImport', field: 'aggregateImport' },
  report: { type: 'Report', field: 'report' },
  reportPart: { type: 'ReportPart', field: 'reportPart' },
  reportFile: { type: 'ReportFile', field: 'reportFile' },
} as const

/** An act that opens a case answers with the case, also where it makes a list with it. */
const TARGETS = {
  new: { type: 'Case', field: 'case', target: null },
  case: { type: 'Case', field: 'case', target: 'caseId' },
  cases: { type: 'Handover', field: 'handover', target: null },
  handover: { type: 'Handover', field: 'handover', target: 'handoverId' },
  agenda: { type: 'Meeting', field: 'meeting', target: null },
} as const

export function nounsOf(name: ActName): ActNouns {
  if (!(name in registerActs)) return TARGETS[actions[name as ActionName].target]
  const { kind, changes } = registerActs[name as RegisterActName]
  const noun = REGISTERS[kind]
  return { ...noun, target: changes ? `${noun.field}Id` : null }
}

/** Acts on a list name the list; all others that act on something name a case. */
export const isOnList = (name: ActName): boolean => nounsOf(name).target === 'handoverId'
