import { say } from '../../locales/index.ts'
import type { StepView } from '../../server/domain/disclosure/case-view.ts'
import { type Attendance, attendanceOf } from '../../server/services/attendance.ts'
import { listWork, type WorkRow } from '../../server/services/read.ts'
import type { ShownCase } from '../../server/services/readings.ts'
import { builder } from '../builder.ts'
import { CaseRef } from '../cases/case-ref.ts'
import { StepRef } from '../cases/step.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import type { Context } from '../context.ts'
import { closedList } from '../enums.ts'
import { requestError } from '../request-error.ts'
import { languageArgument, speaker } from '../text.ts'

/** A row of the queue, with the case and step it is about, both seen through the gate. */
export interface WorkItem {
  readonly case: ShownCase
  readonly step: StepView
  readonly owes: boolean
  readonly key: string
}

const AttendanceEnum = closedList('Attendance', 'Whether somebody is there to do a step.', {
  open: 'The office is open now.',
  closed: 'The office is closed now.',
  nobody: 'Nobody in the office has the role.',
  delegated: 'Another office stands in for it today.',
} satisfies Record<Attendance, string>)

export const WorkItemRef = builder.objectRef<WorkItem>('WorkItem').implement({
  description: 'One step that the caller’s office may do.',
  fields: (t) => ({
    case: t.expose('case', { type: CaseRef, description: 'The case.' }),
    step: t.expose('step', { type: StepRef, description: 'The step, with its deadline.' }),
    owes: t.exposeBoolean('owes', {
      description: 'True: this office owes it. False: another office does, and this one may do it instead.',
    }),
    attendance: t.field({
      type: AttendanceEnum,
      description: 'Whether somebody is there, in the office that owes the step.',
      resolve: ({ step }, _args, { service }) => attendanceOf(service, step),
    }),
    attendanceLabel: t.string({
      description: 'That in words.',
      args: languageArgument(),
      resolve: ({ step }, { language }, context) =>
        say(speaker(context, language), `labels:attendance.${attendanceOf(context.service, step)}`),
    }),
    dueDay: t.field({
      type: 'Date',
      nullable: true,
      description: 'Due day, local to the owner; null where nothing limits it or the clock stands still.',
      resolve: ({ step }) => step.deadline?.dueDay ?? null,
    }),
  }),
})

const Connection = connectionOf('WorkItem', WorkItemRef)

builder.queryField('myWork', (t) =>
  t.field({
    type: Connection,
    description: 'What is owed here, by due day: the earliest first, then by case and step.',
    args: {
      ...pageArguments(),
      wholeOffice: t.arg.boolean({
        description: 'False, the default: what the caller’s own role may do. True: what anyone of the office may.',
      }),
    },
    resolve: async (_root, args, { service, by, load }) => {
      const after = readCursor(args.after)
      const from = after === null ? null : parseKey(after)
      const { rows, hasNext } = await listWork(service, by, args.wholeOffice === true, from, pageSize(args.first))
      return { nodes: await workItems(rows, load), hasNext, cursor: ({ key }) => key }
    },
  }),
)

/** Rows with their cases and steps as the reader sees them, each case marked as read; what is not seen is left out. */
export async function workItems(rows: readonly WorkRow[], load: Context['load']): Promise<readonly WorkItem[]> {
  const ids = [...new Set(rows.map(({ caseId }) => caseId))]
  const views = await Promise.all(ids.map((id) => load.case.load(id, 'work')))
  const byId = new Map(views.flatMap((one) => (one ? [[one.id, one] as const] : [])))
  return rows.flatMap(({ caseId, step: key, dueDay, owes }): WorkItem[] => {
    const view = byId.get(caseId)
    const step = view?.step(key)
    return view && step ? [{ case: view, step, owes, key: JSON.stringify([dueDay, caseId, key]) }] : []
  })
}

function parseKey(cursor: string) {
  try {
    const [dueDay, caseId, step] = JSON.parse(cursor) as unknown[]
    if ([dueDay, caseId, step].every((part) => typeof part === 'string' && /^[!-~]+$/.test(part)))
      return { dueDay, caseId, step } as never
  } catch {}
  throw requestError('CURSOR_INVALID')
}
