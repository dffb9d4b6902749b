import { type Corridor, countryOf, otherSide } from '../domain/kernel/country.ts'
import { nounsOf } from '../domain/nouns.ts'
import type { CaseInPlay } from './case-in-play.ts'
import { type Client, type Done, type Noun, Surprise } from './client.ts'
import { plusDays } from './days.ts'
import type { Told } from './look.ts'
import { crossingOf } from './lookups.ts'
import type { Entered, Now, Scene } from './scene.ts'

/** A story under way. */
export interface Playing {
  readonly client: Client
  readonly corridor: Corridor
  readonly now: string
  readonly cases: ReadonlyMap<string, CaseInPlay>
  /** The last entry of each register that the story made. */
  readonly made: ReadonlyMap<string, Noun>
}

/** Acts that need a day that both countries work: the first one in two months is taken. */
const ON_SOME_DAY: ReadonlySet<string> = new Set(['proposeHandover', 'rescheduleHandover'])
const ANOTHER_DAY = new Set(['HANDOVER_ON_HOLIDAY', 'HANDOVER_NOTICE_TOO_SHORT', 'HANDOVER_IN_PAST'])
/** Ten in the morning in most of the six countries; both posts are open. */
const FORENOON = 'T03:00:00.000Z'

function accountOf(corridor: Corridor, { side, role }: Pick<Scene, 'side' | 'role'>): string {
  const name = role === 'post' ? `post-${countryOf(corridor, otherSide(side))}` : role
  return `${countryOf(corridor, side)}-${name}`.toLowerCase()
}

/** Does what the scene says; whether it went as the story has it is for the caller to judge. */
export async function perform(playing: Playing, scene: Scene, offsetMinutes: number): Promise<Done> {
  const { client, corridor, cases, now: instant } = playing
  const account = accountOf(corridor, scene)
  const subject = cases.get(scene.of)
  const seen = (scene.side === subject?.author ? subject.own : subject?.across) ?? null
  const now: Now = {
    ...corridor,
    instant,
    day: new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString().slice(0, 10),
    id: (name = scene.of) => cases.get(name)?.id ?? '',
    reference: subject?.own.reference ?? '',
    meeting: seen?.handover ?? null,
    ask: (query, variables) => client.ask(account, query, variables),
  }
  const input = { ...targetOf(playing, scene, seen), ...(await scene.enter(now)) }
  return ON_SOME_DAY.has(scene.act)
    ? onSomeDay(client, account, scene, input, now)
    : client.act(account, scene.act, input)
}

function targetOf({ made }: Playing, { act }: Scene, seen: Told | null): Entered {
  const { target, field } = nounsOf(act)
  if (target === null) return {}
  const noun = target === 'caseId' ? seen : target === 'handoverId' ? seen?.handover : made.get(field)
  if (!noun) throw new Surprise(`${act}: who does it does not see what it is about`)
  return { [target]: noun.id, expectedVersion: noun.version }
}

async function onSomeDay(client: Client, account: string, { act }: Scene, list: Entered, now: Now): Promise<Done> {
  const crossing = await crossingOf(now)
  for (let days = 1; days < 60; days += 1) {
    const at = `${plusDays(now.day, days)}${FORENOON}`
    const done = await client.act(account, act, { ...list, crossing, at })
    if (done.receipt || done.problems.some(({ code }) => !ANOTHER_DAY.has(code))) return done
  }
  throw new Surprise(`${act}: no day in two months suits`)
}
