import type { Account } from '../services/sign-in.ts'

/**
 * Who hears what the schema holds: introspection, and names that are meant by a misspelled one. In a demo everybody; in
 * production those who run the service or administer accounts. Without a key nothing is read at all.
 */
export const readsSchema = ({
  account,
  fictitious,
}: {
  readonly account: Account | null
  readonly fictitious: boolean
}) => fictitious || account?.role === 'admin' || account?.role === 'operator'
