import { otherSide, type Side } from '../domain/kernel/country.ts'
import type { Language } from '../domain/kernel/language.ts'
import { isOnList } from '../domain/nouns.ts'
import { type Client, type Done, Surprise } from './client.ts'
import { narrateScene, narrateTitle, type Told } from './narrate.ts'
import { HANDOVER_ACTS, type Scene, type Story } from './stories.ts'

const LOOK = `query ($id: ID!) { case(id: $id) {
  id reference version stage stageLabel procedure { name }
  requestingCountry { name offsetMinutes } countryOfReturn { name offsetMinutes }
  journal { action label resultLabel office { name } country { name } }
  steps { status action label office { name } country { name } deadline { state dueDay } }
  questions { questions { question { text } answer { text } } }
  handover { id version at }
} }`
const WHO = '{ viewer { now language country { offsetMinutes } } }'

/** Answers to a time that does not suit: the next day is tried. */
const ANOTHER_DAY = new Set(['HANDOVER_ON_HOLIDAY', 'HANDOVER_NOTICE_TOO_SHORT', 'HANDOVER_IN_PAST'])

interface Viewer {
  readonly viewer: {
    readonly now: string
    readonly language: Language
    readonly country: { readonly offsetMinutes: number }
  }
}

/** Plays one story over HTTP; both sides look after every act. Anything not foreseen is a Surprise. */
export async function play(client: Client, story: Story, tell: (line: string) => void): Promise<void> {
  const country = { requesting: story.requestingCountry, return: story.countryOfReturn }
  const account = (side: Side, role: string) =>
    role === 'post'
      ? `${country[side]}-post-${country[otherSide(side)]}`.toLowerCase()
      : `${country[side]}-${role}`.toLowerCase()
  const who = (side: Side, role: string) => client.ask<Viewer>(account(side, role), WHO, {})
  const language = {
    requesting: (await who('requesting', 'focal')).viewer.language,
    return: (await who('return', 'focal')).viewer.language,
  }
  const look = async (side: Side, id: string) =>
    (await client.ask<{ case: Told | null }>(account(side, 'focal'), LOOK, { id })).case
  let id = ''
  let seen: Told | null = null
  let isSent = false
  for (const scene of story.scenes) {
    if (seen?.handover && HANDOVER_ACTS.has(scene.act)) await waitFor(client, scene, seen.handover.at)
    const done = await perform(client, account(scene.side, scene.role), scene, seen)
    id = scene.act === 'draftRequest' ? (done.noun?.id ?? '') : id
    if (!done.receipt || !/^[0-9a-f]{64}$/.test(done.receipt.leaf)) throw new Surprise(`${scene.act}: no receipt`)
    isSent ||= scene.stage === 'SENT'
    seen = await look('requesting', id)
    const across = await look('return', id)
    if (seen?.stage !== scene.stage) throw new Surprise(`${scene.act}: ${seen?.stage} instead of ${scene.stage}`)
    if (isSent !== (across !== null)) throw new Surprise(`${scene.act}: the country of return sees the wrong thing`)
    if (across && across.stage !== scene.stage) throw new Surprise(`${scene.act}: the two sides see different stages`)
    if (scene.act === 'draftRequest') narrateTitle(tell, language.requesting, story, seen)
    narrateScene(tell, language.requesting, seen, scene.act, done.receipt.leaf)
    if (across && scene.stage === 'SENT') narrateTitle(tell, language.return, story, across)
    if (across) narrateScene(tell, language.return, across, scene.act, done.receipt.leaf)
    tell('')
  }
}

async function perform(client: Client, account: string, scene: Scene, seen: Told | null): Promise<Done> {
  const { viewer } = await client.ask<Viewer>(account, WHO, {})
  const day = new Date(Date.parse(viewer.now) + viewer.country.offsetMinutes * 60_000).toISOString().slice(0, 10)
  const entered = scene.enter({ day, instant: viewer.now, caseId: seen?.id ?? '' })
  if (scene.act === 'proposeHandover') return proposeOnSomeDay(client, account, entered, viewer.now, seen)
  const target =
    seen === null
      ? {}
      : isOnList(scene.act)
        ? { handoverId: seen.handover?.id, expectedVersion: seen.handover?.version }
        : { caseId: seen.id, expectedVersion: seen.version }
  const done = await client.act(account, scene.act, { ...target, ...entered })
  if (!done.noun) throw new Surprise(`${scene.act} by ${account}: ${said(done)}`)
  return done
}

const said = ({ problems }: Done): string => problems.map(({ code, message }) => `${code}: ${message}`).join('; ')

/** Ten in the morning of the first day that both countries work and the notice allows. */
async function proposeOnSomeDay(
  client: Client,
  account: string,
  list: object,
  now: string,
  seen: Told | null,
): Promise<Done> {
  const pair = (seen?.reference ?? '').split('-').slice(0, 2)
  const { crossings } = await client.ask<{ crossings: { nodes: { id: string; handoverPermitted: boolean }[] } }>(
    account,
    'query ($between: [CountryCode!]) { crossings(between: $between) { nodes { id handoverPermitted } } }',
    { between: pair },
  )
  const crossing = crossings.nodes.find(({ handoverPermitted }) => handoverPermitted)?.id
  for (let days = 1; days < 60; days += 1) {
    const at = new Date(Date.parse(`${now.slice(0, 10)}T03:00:00Z`) + days * 86_400_000).toISOString()
    const done = await client.act(account, 'proposeHandover', { ...list, crossing, at })
    if (done.noun) return done
    if (done.problems.some(({ code }) => !ANOTHER_DAY.has(code))) throw new Surprise(`proposeHandover: ${said(done)}`)
  }
  throw new Surprise('proposeHandover: no day in two months suits')
}

/** The demo's clock goes to where the act is possible: the check a day before, the handover at its time. */
async function waitFor(client: Client, { act }: Scene, meeting: string): Promise<void> {
  const { viewer } = await client.ask<Viewer>('operator', '{ viewer { now language } }', {})
  const to = new Date(Date.parse(meeting) - (act === 'recordDepartureCheck' ? 20 * 3_600_000 : 0)).toISOString()
  if (viewer.now < to) await client.moveClock(to)
}
