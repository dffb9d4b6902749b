/** The command was used wrongly: exit 2. */
export class BadUse extends Error {}
