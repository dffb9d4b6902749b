import { type AnyAction, actions } from '../server/domain/actions.ts'
import type { Field, Fields } from '../server/domain/kernel/fields.ts'
import { type Answer, execute, type Request } from '../server/services/execute.ts'
import { builder } from './builder.ts'
import { CaseRef } from './cases/case-ref.ts'
import { ReceiptRef } from './cases/receipt.ts'
import { type Context, forgetLoaded } from './context.ts'
import { idOf } from './global-id.ts'
import { HandoverRef } from './handovers/handover-ref.ts'
import { domainValue, inputDescription, inputType } from './input-field.ts'
import { ProblemRef } from './problem.ts'

// Every act is one mutation of one shape: `input` in; the noun, the receipt and problems out. What is special about an
// act is in its domain file alone, its input fields included.

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Which noun an act is about, and how its input names it. */
const NOUN = { new: 'Case', case: 'Case', cases: 'Handover', handover: 'Handover' } as const
const TARGET = { new: null, case: 'caseId', cases: null, handover: 'handoverId' } as const

function inputOf({ name, target, fields }: AnyAction) {
  const targetField = TARGET[target]
  return builder.inputType(`${capital(name)}Input`, {
    description: `Input of \`${name}\`.`,
    fields: (t) => ({
      ...(targetField
        ? {
            [targetField]: t.id({ required: true, description: `The ${NOUN[target].toLowerCase()} that is acted on.` }),
            expectedVersion: t.int({
              required: true,
              description: 'The version the caller last saw; another one now is CONFLICT, and nothing is stored.',
            }),
          }
        : {}),
      ...Object.fromEntries(
        Object.entries<Field>(fields).map(([key, field]) => [
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

function payloadOf({ name, target }: AnyAction) {
  const noun = NOUN[target]
  return builder.objectRef<Answer>(`${capital(name)}Payload`).implement({
    description: `Outcome of \`${name}\`. On refusal the noun and the receipt are null and problems say why.`,
    fields: (t) => ({
      ...(noun === 'Case'
        ? {
            case: t.field({
              type: CaseRef,
              nullable: true,
              description: 'The case afterwards.',
              resolve: (answer, _args, { load }) =>
                answer.noun?.type === 'Case' ? load.case.load(answer.noun.id) : null,
            }),
          }
        : {
            handover: t.field({
              type: HandoverRef,
              nullable: true,
              description: 'The handover afterwards.',
              resolve: (answer, _args, { load }) =>
                answer.noun?.type === 'Handover' ? load.handover.load(answer.noun.id) : null,
            }),
          }),
      receipt: t.expose('receipt', { type: ReceiptRef, nullable: true, description: 'Receipt of the act.' }),
      problems: t.field({
        type: [ProblemRef],
        description: 'Why it was refused; empty when it was done.',
        resolve: ({ problems }) => [...problems],
      }),
    }),
  })
}

type Given = Readonly<Record<string, unknown>> & { readonly idempotencyKey: string }

/** The request as the service takes it: ids decoded, what the contract adds set apart from what the act records. */
function requestOf({ target, fields }: AnyAction, given: Given): Request {
  const targetField = TARGET[target]
  const input = Object.entries<Field>(fields as Fields).map(([key, field]) => [key, domainValue(field, given[key])])
  return {
    target: targetField ? idOf(NOUN[target], String(given[targetField])) : null,
    input: Object.fromEntries(input),
    key: given.idempotencyKey,
    expectedVersion: (given['expectedVersion'] as number | undefined) ?? null,
  }
}

for (const action of Object.values<AnyAction>(actions)) {
  const input = inputOf(action)
  const payload = payloadOf(action)
  builder.mutationField(action.name, (t) =>
    t.field({
      type: payload,
      description: action.description,
      args: { input: t.arg({ type: input, required: true, description: 'What the act needs.' }) },
      resolve: async (_root, args, context: Context) => {
        const answer = await execute(
          context.service,
          action.name,
          requestOf(action, args.input as unknown as Given),
          context.by,
        )
        forgetLoaded(context)
        return answer
      },
    }),
  )
}
