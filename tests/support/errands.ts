import type { Engine } from '../../db/engine.ts'
import { globalId } from '../../schema/global-id.ts'
import { systemClock } from '../../server/clock.ts'
import { unattendedKey } from '../../server/domain/access/key-scope.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import type { Receipt } from '../../server/domain/journal/entry.ts'
import { DAY, HOUR, type Instant, instantOf, localDay } from '../../server/domain/kernel/instant.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { calendarOf } from '../../server/domain/world.ts'
import { createAccount } from '../../server/services/accounts.ts'
import { accept, consent, familyWork, profile, send, WayHome } from './way-home.ts'

/** One mutation that is ready to be sent: none depends on another, so each must succeed, whatever became of the rest. */
export interface Errand {
  readonly name: ActionName
  readonly bearer: string
  readonly input: { readonly idempotencyKey: string }
  /** In how many cases it is an act. */
  readonly cases: number
}
export interface Outcome {
  readonly receipt: Receipt | null
  readonly problems: readonly { readonly code: string }[]
}

export function requestOf({ name, bearer, input }: Errand) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { receipt { id leaf at } problems { code } } }`
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
  return { headers, payload: JSON.stringify({ query, variables: { input } }) }
}

export function readOutcome({ name }: Errand, body: string): Outcome {
  const { data, errors } = JSON.parse(body) as { data?: Record<string, Outcome>; errors?: unknown }
  const outcome = data?.[name]
  if (errors || !outcome) throw new Error(`${name}: ${body}`)
  return outcome
}

/** Fills a store with cases from Thailand to Lao PDR at every stage, and says what its officers are about to do: 500 acts. */
export async function prepareErrands(engine: Engine): Promise<readonly Errand[]> {
  const way = await WayHome.open(engine)
  way.clock.set(systemClock.now())
  const [liaison, supervisor] = [way.officer('TH', 'liaison'), way.officer('TH', 'supervisor')]
  const focal = way.officer('LA', 'focal')
  const bearers = new Map<Actor, string>()
  for (const actor of [liaison, supervisor, focal]) bearers.set(actor, await bearerOf(way, actor))

  const draft = () => way.must('draftRequest', liaison, null, { countryOfReturn: 'LA', ...profile })
  const submitted = async () => {
    const id = await draft()
    await way.must('recordConsent', liaison, id, consent)
    return way.must('submitForReview', liaison, id)
  }
  const sent = () => send(way, 'TH', 'LA')
  const accepted = async () => {
    const id = await sent()
    await accept(way, 'TH', 'LA', id)
    return id
  }
  const meeting = meetingOf(way)
  const pairs = (count: number) => times(count, () => times(2, accepted))
  const proposed = async (caseIds: readonly string[]) => {
    const id = await way.must('proposeHandover', liaison, null, { ...meeting, caseIds })
    for (const one of caseIds) await familyWork(way, 'LA', one)
    return id
  }

  const errands: Errand[] = []
  const add = (name: ActionName, by: Actor, input: object, cases = 1) => {
    const idempotencyKey = `errand-key-${String(errands.length).padStart(8, '0')}`
    errands.push({ name, bearer: bearers.get(by) ?? '', input: { ...input, idempotencyKey }, cases })
  }
  const onCase = (id: string, expectedVersion: number) => ({ caseId: globalId('Case', id), expectedVersion })
  for (let count = 0; count < 310; count += 1) add('draftRequest', liaison, { countryOfReturn: 'LA', ...profile })
  for (const id of await times(110, draft)) add('recordConsent', liaison, { ...onCase(id, 1), ...consent })
  const review = { decision: 'APPROVE', noIdentifyingDetail: true }
  for (const id of await times(30, submitted)) add('reviewRequest', supervisor, { ...onCase(id, 3), ...review })
  for (const id of await times(30, sent)) add('acknowledgeRequest', focal, onCase(id, 4))
  for (const pair of await pairs(14))
    add('proposeHandover', liaison, { ...meeting, caseIds: pair.map((id) => globalId('Case', id)) }, 2)
  for (const id of await Promise.all((await pairs(6)).map(proposed)))
    add('confirmHandover', focal, { handoverId: globalId('Handover', id), expectedVersion: 1 }, 2)
  return errands
}

const times = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make))

async function bearerOf({ service }: WayHome, { name, office, role }: Actor): Promise<string> {
  const wanted = {
    name: name.toLowerCase(),
    office,
    role,
    language: 'en',
    validDays: null,
    demo: false,
    scope: unattendedKey,
  } as const
  const made = await createAccount(service, wanted)
  if ('fault' in made) throw new Error(`${name}: ${made.fault}`)
  return made.key
}

/** A crossing of the pair, and a morning two months ahead that is a holiday in neither country. */
function meetingOf({ service: { world }, clock }: WayHome) {
  const crossing = [...world.crossings.values()].find(
    ({ posts, handover }) => posts.TH && posts.LA && handover.permitted,
  )
  if (!crossing) throw new Error('no crossing')
  const isOff = (at: Instant) =>
    (['TH', 'LA'] as const)
      .map((country) => calendarOf(world, country))
      .some(({ holidays, offsetMinutes }) => holidays.has(localDay(at, offsetMinutes)))
  let ms = (Math.floor(Date.parse(clock.now()) / DAY) + 60) * DAY + 3 * HOUR
  while (isOff(instantOf(ms))) ms += DAY
  return { crossing: crossing.id, at: instantOf(ms), escort: 'none', transport: 'ordinary', needs: [] }
}
