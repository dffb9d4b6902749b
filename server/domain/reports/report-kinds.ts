/** Which report it is. */
export const reportKinds = ['som-progress', 'imm-summary', 'annual-monitoring', 'corridor-review'] as const
export type ReportKind = (typeof reportKinds)[number]
