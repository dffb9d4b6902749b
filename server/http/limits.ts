/** Limits of one request, as README.md states them. Each has its own code. */
export const BODY_BYTES = 100_000
export const JSON_DEPTH = 20
export const QUERY_TOKENS = 1_000
export const QUERY_DEPTH = 10
