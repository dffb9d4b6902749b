/**
 * What an operator must look at. Its sentence is made here, of numbers, codes of countries and statuses alone, and holds
 * nothing that anybody typed: it goes into the operator's log as it stands.
 */
export class LogFault extends Error {}
