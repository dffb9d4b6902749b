/** Limits of one request, as README.md states them. Each has its own code. */
export const BODY_BYTES = 100_000
export const JSON_DEPTH = 20
export const QUERY_TOKENS = 1_000
export const QUERY_DEPTH = 10
/** Aliases and fields are counted with every fragment written out where it is used. */
export const QUERY_ALIASES = 50
export const QUERY_FIELDS = 1_000
export const QUERY_FRAGMENTS = 30
export const QUERY_COST = 200_000
/** What one value in the variables costs: each is read, checked and perhaps looked up. */
export const VALUE_COST = 50
/** Faults named in one answer. */
export const QUERY_FAULTS = 10
/** A request must have arrived, and be answered, within these of its beginning. */
export const ARRIVAL_MS = 20_000
export const ANSWER_MS = 30_000
/** When to come back after an answer that took too long, or where too many streams are open. */
export const RETRY_SECONDS = 10
