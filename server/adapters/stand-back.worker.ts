import { constants, setPriority } from 'node:os'

// Loaded into a thread before its own code (thread.ts): where processors are few, who answers comes first. On Linux a
// thread has a priority of its own; elsewhere the whole service would stand back.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
