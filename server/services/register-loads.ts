import { reportedBy } from '../../db/aggregate-queries.ts'
import { caseIdByReference } from '../../db/case-queries.ts'
import { meetingNumbered } from '../../db/meeting-number-queries.ts'
import { registerEntry } from '../../db/register-queries.ts'
import type { importAggregates } from '../domain/aggregates/import-aggregates.ts'
import type { Setting } from '../domain/cases/act.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { actingFor } from '../domain/disclosure/act-rules.ts'
import { seeMeeting } from '../domain/disclosure/see-meeting.ts'
import type { InputOf } from '../domain/kernel/fields.ts'
import type { CaseId } from '../domain/kernel/ids.ts'
import { numberKey } from '../domain/meetings/any-meeting.ts'
import type { ConferenceInput } from '../domain/meetings/conference-fields.ts'
import type { RegisterActName } from '../domain/procedures/action-names.ts'
import type { AnyRegistered, RegisterKind } from '../domain/registers/register.ts'
import { loadKnownFiles } from './load-files.ts'
import { reportMaterial } from './reports/report-material.ts'
import type { Service } from './service.ts'

/** An act on a register, as far as it says what must be looked up. */
interface Asked {
  readonly name: RegisterActName
  /** The entry it changes; null where it makes one. */
  readonly target: string | null
  readonly input: object
  readonly by: Actor
}

/** What the decision is given: the entry, and what of the store it asks for beside. */
interface Given {
  readonly entry: AnyRegistered | null
  readonly beside?: Partial<Setting>
}

const nothing: Given = { entry: null }

/** By kind of entry what its acts need; null where the entry is not there for this officer, so that its version is not told. */
export const registerLoads: Readonly<Record<RegisterKind, (service: Service, asked: Asked) => Promise<Given | null>>> =
  {
    delegation: async () => nothing,
    holidays: async () => nothing,
    async limit({ engine }, { name, target, by }) {
      if (target === null) return nothing
      const entry = await registerEntry(engine, 'limit', target)
      const country = actingFor(name, by)
      const isParty =
        entry && (entry.content.requestingCountry === country || entry.content.countryOfReturn === country)
      return isParty ? { entry } : null
    },
    async meeting({ engine }, { target, input, by }) {
      const entry = target === null ? null : await registerEntry(engine, 'meeting', target)
      if (target !== null && !(entry && seeMeeting(entry, by))) return null
      const { series, number } = input as ConferenceInput
      const key = numberKey({ series, number, country: by.country })
      return { entry, beside: { numbered: key && (await meetingNumbered(engine, key)) } }
    },
    async erasure(service, { input, by }) {
      const { reference } = input as { readonly reference: string }
      const id = (await caseIdByReference(service.engine, reference)) ?? ('' as CaseId)
      const [stored] = await loadKnownFiles(service, [id], by.country)
      const entry = await registerEntry(service.engine, 'erasure', id)
      return { entry, beside: { named: new Map(stored ? [[id, stored.file]] : []) } }
    },
    async aggregates({ engine }, { input, by }) {
      const reported = await reportedBy(engine, by.country, input as InputOf<(typeof importAggregates)['fields']>)
      return { entry: null, beside: { reported } }
    },
    report: (service, asked) => ofReport(service, 'report', asked),
    reportPart: (service, asked) => ofReport(service, 'reportPart', asked),
    reportFile: (service, asked) => ofReport(service, 'reportFile', asked),
  }

async function ofReport(
  service: Service,
  kind: 'report' | 'reportPart' | 'reportFile',
  { target, input, by }: Asked,
): Promise<Given | null> {
  const { entry, reports } = await reportMaterial(service, kind, { target, ...input }, by)
  return target !== null && !entry ? null : { entry: entry as AnyRegistered | null, beside: { reports } }
}
