import { type AnyAction, actions } from '../server/domain/actions.ts'
import type { TypedNote } from '../server/domain/kernel/check-note.ts'
import type { Field, Fields } from '../server/domain/kernel/fields.ts'
import type { CaseId, HandoverId } from '../server/domain/kernel/ids.ts'
import type { NounType } from '../server/domain/kernel/noun.ts'
import { nounsOf } from '../server/domain/nouns.ts'
import type { RegisterActName } from '../server/domain/procedures/action-names.ts'
import { registerActs } from '../server/domain/registers/register-acts.ts'
import { actFor } from '../server/services/act-for.ts'
import { conversionOf } from '../server/services/check-text.ts'
import type { Request } from '../server/services/decide.ts'
import type { Answer } from '../server/services/execute.ts'
import { seeAggregateImport } from '../server/services/read-aggregates.ts'
import { seeMeeting } from '../server/services/read-registers.ts'
import { seeErasureRequest } from '../server/services/read-retention.ts'
import type { ShownCase } from '../server/services/readings.ts'
import { seeReportFile, seeReportPart } from '../server/services/reports/read-reports.ts'
import { AggregateImportRef } from './aggregates/aggregate-import.ts'
import { builder } from './builder.ts'
import { CaseRef } from './cases/case-ref.ts'
import { ReceiptRef } from './cases/receipt.ts'
import { type Context, forgetLoaded } from './context.ts'
import { DelegationRef } from './directory/delegation.ts'
import { HolidayTableRef } from './directory/holiday-table.ts'
import { idOf } from './global-id.ts'
import { HandoverRef } from './handovers/handover-ref.ts'
import { domainValue, inputDescription, inputType } from './input-field.ts'
import { LimitProposalRef } from './instruments/limit-proposal.ts'
import { MeetingRef } from './meetings/meeting.ts'
import { type Converted, ConvertedRef } from './notes/converted.ts'
import { ErasureRequestRef } from './privacy/erasure-request.ts'
import { ProblemRef } from './problem.ts'
import { ReportRef } from './reports/report.ts'
import { ReportFileRef } from './reports/report-file.ts'
import { ReportPartRef } from './reports/report-part.ts'

// Every act is one mutation of one shape: `input` in; the noun, the receipt and problems out. What is special about an
// act is in its domain file alone, its input fields included.

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

type Shown = typeof CaseRef | typeof HandoverRef | typeof MeetingRef | typeof LimitProposalRef

/** How each noun is shown, through its own gate. */
const SHOWN: Readonly<Record<NounType, { ref: Shown; load: (id: string, context: Context) => unknown }>> = {
  Case: { ref: CaseRef, load: (id, { load }) => load.case.load(id as CaseId, 'act') },
  Handover: { ref: HandoverRef, load: (id, { load }) => load.handover.load(id as HandoverId) },
  Meeting: { ref: MeetingRef, load: (id, { service, by }) => seeMeeting(service, by, id) },
  LimitProposal: { ref: LimitProposalRef, load: (id, { service }) => service.world.limitProposals.get(id) ?? null },
  Delegation: {
    ref: DelegationRef as never,
    load: (id, { service }) => service.world.delegations.find((one) => one.id === id) ?? null,
  },
  HolidayTable: {
    ref: HolidayTableRef as never,
    load: (id, { service }) => service.world.holidayTables.get(id) ?? null,
  },
  AggregateImport: {
    ref: AggregateImportRef as never,
    load: (id, { service, by }) => seeAggregateImport(service, by, id),
  },
  Report: { ref: ReportRef as never, load: (id, { load }) => load.report.load(id) },
  ReportPart: { ref: ReportPartRef as never, load: (id, { service, by }) => seeReportPart(service, by, id) },
  ReportFile: { ref: ReportFileRef as never, load: (id, { service, by }) => seeReportFile(service, by, id) },
  ErasureRequest: {
    ref: ErasureRequestRef as never,
    load: (id, { service, by }) => seeErasureRequest(service, by, id as CaseId),
  },
}

type AnyAct = AnyAction | (typeof registerActs)[RegisterActName]

function inputOf(act: AnyAct) {
  const { target } = nounsOf(act.name)
  return builder.inputType(`${capital(act.name)}Input`, {
    description: `Input of \`${act.name}\`.`,
    fields: (t) => ({
      ...(target
        ? {
            [target]: t.id({ required: true, description: 'What is acted on.' }),
            expectedVersion: t.int({
              required: true,
              description: 'The version the caller last saw; another one now is CONFLICT, and nothing is stored.',
            }),
          }
        : {}),
      ...Object.fromEntries(
        Object.entries<Field>(act.fields).map(([key, field]) => [
          key,
          t.field({
            type: inputType(field.type) as 'Code',
            required: field.required,
            description: inputDescription(field),
          }),
        ]),
      ),
      idempotencyKey: t.string({
        required: true,
        description: 'Made by the client, 16 to 64 characters: the same act sent twice is done once, for 7 days.',
      }),
    }),
  })
}

function payloadOf(act: AnyAct) {
  const { type, field } = nounsOf(act.name)
  const { ref, load } = SHOWN[type]
  return builder.objectRef<Answered>(`${capital(act.name)}Payload`).implement({
    description: `Outcome of \`${act.name}\`. On refusal the noun and the receipt are null and problems say why.`,
    fields: (t) => ({
      [field]: t.field({
        type: ref as typeof CaseRef,
        nullable: true,
        description: 'What was acted on, afterwards; null on refusal, or where the caller does not see it any more.',
        resolve: (answer, _args, context) =>
          (answer.noun?.type === type ? load(answer.noun.id, context) : null) as ShownCase | null,
      }),
      receipt: t.expose('receipt', { type: ReceiptRef, nullable: true, description: 'Receipt of the act.' }),
      ...('note' in act.fields
        ? {
            converted: t.expose('converted', {
              type: ConvertedRef,
              nullable: true,
              description: 'The note before and after, where it was typed in Zawgyi and was made Unicode.',
            }),
          }
        : {}),
      problems: t.field({
        type: [ProblemRef],
        description: 'Why it was refused; empty when it was done.',
        resolve: ({ problems }) => [...problems],
      }),
    }),
  })
}

type Answered = Answer & { readonly converted: Converted | null }

/** Only a note that was taken can have been converted. */
const convertedIn = ({ problems }: Answer, { input }: Request): Converted | null =>
  problems.length === 0 && input['note'] ? conversionOf(input['note'] as TypedNote) : null

type Given = Readonly<Record<string, unknown>> & { readonly idempotencyKey: string }

/** The request as the service takes it: ids decoded, what the contract adds set apart from what the act records. */
function requestOf(act: AnyAct, given: Given): Request {
  const { target, type } = nounsOf(act.name)
  const input = Object.entries<Field>(act.fields as Fields).map(([key, field]) => [key, domainValue(field, given[key])])
  return {
    target: target ? idOf(type, String(given[target])) : null,
    input: Object.fromEntries(input),
    key: given.idempotencyKey,
    expectedVersion: (given['expectedVersion'] as number | undefined) ?? null,
  }
}

for (const action of [...Object.values<AnyAction>(actions), ...Object.values(registerActs)]) {
  const input = inputOf(action)
  const payload = payloadOf(action)
  builder.mutationField(action.name, (t) =>
    t.field({
      type: payload,
      description: action.description,
      args: { input: t.arg({ type: input, required: true, description: 'What the act needs.' }) },
      resolve: async (_root, args, context: Context) => {
        const request = requestOf(action, args.input as unknown as Given)
        const answer = await actFor(context.service, action.name, request, context.by)
        forgetLoaded(context)
        return { ...answer, converted: convertedIn(answer, request) }
      },
    }),
  )
}
