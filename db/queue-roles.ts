/** The roles of a queue row lie in one column with a comma before, between and after, so that one of them is found by its commas. */
export const rolesText = (roles: readonly string[]): string => `,${roles.join(',')},`
export const rolesOf = (text: string): readonly string[] => text.split(',').filter(Boolean)
