import { constants, getPriority, setPriority } from 'node:os'

/** Where processors are few, who answers comes first: this process comes after. Where it does already, it may not come forward. */
export const standBack = (): void => setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))
