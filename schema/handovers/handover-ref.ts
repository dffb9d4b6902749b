import type { HandoverView } from '../../server/domain/disclosure/see-handover.ts'
import { builder } from '../builder.ts'

/** Only what passed the gate is a handover. Fields in handover.ts. */
export const HandoverRef = builder.objectRef<HandoverView>('Handover')
