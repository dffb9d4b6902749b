import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Call } from './load.ts'

// The three questions. The service hears them as GraphQL; the floor hears what its statements need, and answers the same.

const QUEUE = `query Queue($after: String) {
  myWork(first: 25, after: $after) {
    nodes {
      owes dueDay
      step {
        key label action side roles openedAt
        office { id code name }
        deadline { dueDay dueAt amberAt state stateLabel }
      }
      case {
        id reference version stage stageLabel child
        requestingCountry { code name } countryOfReturn { code name }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

const FILE = `query File($id: ID!) {
  case(id: $id) {
    id reference version stage stageLabel child sentAt
    requestingCountry { code name } countryOfReturn { code name }
    steps {
      key label side status statusLabel openedAt doneAt result
      deadline { dueDay dueAt amberAt state stateLabel }
    }
  }
}`

const ACKNOWLEDGE = `mutation Acknowledge($input: AcknowledgeRequestInput!) {
  acknowledgeRequest(input: $input) { case { id version stage } receipt { id leaf at } problems { code message } }
}`

/** Which officer asks: as the service knows them, by key, and as the floor's statements need them. */
export interface Officer {
  readonly key: string
  readonly account: string
  readonly office: string
  readonly country: CountryCode
  readonly role: string
}

/** The same question to both. */
export interface Pair {
  readonly service: Call
  readonly floor: Call
}

function pair(officer: Officer, query: string, variables: object, path: string, floor: object): Pair {
  const headers = {
    authorization: `Bearer ${officer.key}`,
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-language': 'en',
  }
  const { account, office, country, role } = officer
  return {
    service: { path: '/graphql', headers, body: JSON.stringify({ query, variables }) },
    floor: { path, headers, body: JSON.stringify({ ...floor, account, office, country, role }) },
  }
}

const caseNode = (id: string): string => Buffer.from(`Case:${id}`).toString('base64url')

/** A place in a queue: due day, case, step. */
export type Place = readonly [string, string, string]

/** The first page of the officer's queue, or the one after a place. */
export function queueOf(officer: Officer, after: Place | null = null): Pair {
  const cursor = after && Buffer.from(JSON.stringify(after)).toString('base64url')
  return pair(officer, QUEUE, { after: cursor }, '/queue', { after })
}

export const fileOf = (officer: Officer, id: string): Pair => pair(officer, FILE, { id: caseNode(id) }, '/file', { id })

export function acknowledgementOf(officer: Officer, id: string): Pair {
  const idempotencyKey = `bench-${id}`
  const input = { caseId: caseNode(id), expectedVersion: 4, idempotencyKey }
  return pair(officer, ACKNOWLEDGE, { input }, '/acknowledge', { id, version: 4, key: idempotencyKey })
}
