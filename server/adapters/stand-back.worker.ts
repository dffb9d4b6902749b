import { constants, getPriority, setPriority } from 'node:os'

// Loaded into a thread before its own code (thread.ts): where processors are few, who answers comes first. On Linux a
// thread has a priority of its own; elsewhere the whole service would stand back. Where it does already, it may not come forward.
if (process.platform === 'linux') setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))
