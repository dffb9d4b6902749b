import DataLoader from 'dataloader'
import type { CaseView } from '../server/domain/disclosure/case-view.ts'
import type { HandoverView } from '../server/domain/disclosure/see-handover.ts'
import type { Receipt } from '../server/domain/journal/entry.ts'
import type { CaseId, HandoverId, JournalId } from '../server/domain/kernel/ids.ts'
import type { Language } from '../server/domain/kernel/language.ts'
import { receipts, seeCases, seeHandovers } from '../server/services/read.ts'
import type { Service } from '../server/services/service.ts'
import type { Account } from '../server/services/sign-in.ts'

/** What every resolver knows: who asks, in which language, and how to read in batches through the gate. */
export interface Context {
  readonly service: Service
  readonly by: Account
  readonly language: Language
  /** The asking country's distance from UTC, for times in sentences. */
  readonly offsetMinutes: number
  readonly load: Loaders
}

interface Loaders {
  readonly case: DataLoader<CaseId, CaseView | null>
  readonly handover: DataLoader<HandoverId, HandoverView | null>
  readonly receipt: DataLoader<JournalId, Receipt | null>
}

export function contextOf(service: Service, by: Account, language: Language): Context {
  return {
    service,
    by,
    language,
    offsetMinutes: by.country ? (service.world.countries.get(by.country)?.offsetMinutes ?? 0) : 0,
    load: {
      case: new DataLoader((ids) => seeCases(service, by, ids)),
      handover: new DataLoader((ids) => seeHandovers(service, by, ids)),
      receipt: new DataLoader(async (ids) => {
        const found = await receipts(service, ids)
        return ids.map((id) => found.get(id) ?? null)
      }),
    },
  }
}

/** After an act, what was read before it is old. */
export function forgetLoaded({ load }: Context): void {
  load.case.clearAll()
  load.handover.clearAll()
}
