import DataLoader from 'dataloader'
import type { ReadWay } from '../server/domain/disclosure/reading.ts'
import type { HandoverView } from '../server/domain/disclosure/see-handover.ts'
import type { Receipt } from '../server/domain/journal/entry.ts'
import type { CaseId, HandoverId, JournalId } from '../server/domain/kernel/ids.ts'
import type { Language } from '../server/domain/kernel/language.ts'
import type { LiveStream } from '../server/services/live-work.ts'
import { type ReceiptProof, receiptProofs } from '../server/services/log/read-log.ts'
import { receipts, seeCases, seeHandovers } from '../server/services/read.ts'
import { ReadNotLogged, type ShownCase } from '../server/services/readings.ts'
import { type ReportView, seeReport } from '../server/services/reports/read-reports.ts'
import type { Service } from '../server/services/service.ts'
import type { Account } from '../server/services/sign-in.ts'
import { requestError } from './request-error.ts'

/** What every resolver knows: who asks, in which language, and how to read in batches through the gate. */
export interface Context {
  readonly service: Service
  readonly by: Account
  readonly language: Language
  /** The asking country's distance from UTC, for times in sentences. */
  readonly offsetMinutes: number
  readonly load: Loaders
  /** Where an answer can go on; null where it cannot. */
  readonly line: Line | null
}

/** The connection of a request whose answer may be a stream. */
export interface Line {
  /** Hash of what the caller signed in with. */
  readonly key: string
  /** `Last-Event-ID`: the last event that the caller was told, on an earlier connection. */
  readonly after: string | null
  stream: LiveStream | null
}

interface Loaders {
  readonly case: CaseLoader
  readonly handover: DataLoader<HandoverId, HandoverView | null>
  readonly receipt: DataLoader<JournalId, Receipt | null>
  readonly report: DataLoader<string, ReportView | null>
  readonly proof: DataLoader<JournalId, ReceiptProof | null>
}

/** Cases in batches, each with the mark that it was read, and by which question. */
interface CaseLoader {
  readonly load: (id: CaseId, how: ReadWay) => Promise<ShownCase | null>
  readonly prime: (view: ShownCase) => void
  readonly clearAll: () => void
}

function caseLoader(service: Service, by: Account): CaseLoader {
  const views = new DataLoader((ids: readonly CaseId[]) => seeCases(service, by, ids))
  return {
    async load(id, how) {
      const view = await views.load(id)
      if (!view) return null
      const shown = service.readings.show(by, [view], how)
      return (shown instanceof Promise ? await orNotLogged(shown) : shown)[0] ?? null
    },
    prime: (view) => void views.prime(view.id, view),
    clearAll: () => void views.clearAll(),
  }
}

/** Where the log of readings cannot be written, the caller hears so, and may ask again. */
export const orNotLogged = <T>(read: Promise<T>): Promise<T> =>
  read.catch((error: unknown) => {
    throw error instanceof ReadNotLogged ? requestError('READ_NOT_LOGGED', {}, 503) : error
  })

export function contextOf(service: Service, by: Account, language: Language, line: Line | null = null): Context {
  return {
    service,
    by,
    language,
    line,
    offsetMinutes: by.country ? (service.world.countries.get(by.country)?.offsetMinutes ?? 0) : 0,
    load: {
      case: caseLoader(service, by),
      handover: new DataLoader((ids) => seeHandovers(service, by, ids)),
      report: new DataLoader((ids) => Promise.all(ids.map((id) => seeReport(service, by, id)))),
      receipt: new DataLoader(async (ids) => {
        const found = await receipts(service, ids)
        return ids.map((id) => found.get(id) ?? null)
      }),
      proof: new DataLoader(async (ids) => {
        const found = await receiptProofs(service, ids)
        return ids.map((id) => found.get(id) ?? null)
      }),
    },
  }
}

/** After an act, what was read before it is old. */
export function forgetLoaded({ load }: Context): void {
  load.case.clearAll()
  load.handover.clearAll()
  load.report.clearAll()
}
