/** Roles of one country, then the two that belong to none. An account has exactly one. */
export const countryRoles = [
  'liaison',
  'supervisor',
  'focal',
  'taskforce',
  'post',
  'guardian',
  'verifier',
  'welfare',
  'privacy',
  'admin',
] as const
export const roles = [...countryRoles, 'secretariat', 'operator'] as const
export type Role = (typeof roles)[number]

/** Roles that may have a part in a case; the others see none (model.md, "Who sees what"). */
export const caseRoles: ReadonlySet<Role> = new Set([
  'liaison',
  'supervisor',
  'focal',
  'post',
  'guardian',
  'verifier',
  'welfare',
])
