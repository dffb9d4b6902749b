import type { Brand } from './brand.ts'

/** Random identifiers (UUIDv7 text) of what is created at run time. */
export type CaseId = Brand<string, 'CaseId'>
export type HandoverId = Brand<string, 'HandoverId'>
export type AccountId = Brand<string, 'AccountId'>
export type PersonId = Brand<string, 'PersonId'>
export type InvitationId = Brand<string, 'InvitationId'>
export type SessionId = Brand<string, 'SessionId'>
export type KeyId = Brand<string, 'KeyId'>
export type JournalId = Brand<string, 'JournalId'>

/** Stable kebab-case names of what is reference data. */
export type OfficeId = Brand<string, 'OfficeId'>
export type CrossingId = Brand<string, 'CrossingId'>
export type ProcedureId = Brand<string, 'ProcedureId'>
export type InstrumentId = Brand<string, 'InstrumentId'>
export type StepKey = Brand<string, 'StepKey'>
export type Code = Brand<string, 'Code'>
