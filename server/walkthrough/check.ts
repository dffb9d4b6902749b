import type { CaseInPlay } from './case-in-play.ts'
import { type Client, type Done, Surprise } from './client.ts'
import { dueDayOf, look, sameAct } from './look.ts'
import type { Scene } from './scene.ts'

/** How an act was answered, for a surprise. */
const said = ({ act, of }: Scene, { problems }: Done): string =>
  `${act} (${of}): ${problems.map(({ code, message }) => `${code}: ${message}`).join('; ') || 'no receipt'}`

/** The receipt of an act that went well. */
export function leafOf(scene: Scene, done: Done): string {
  const leaf = done.receipt?.leaf ?? ''
  if (!/^[0-9a-f]{64}$/.test(leaf)) throw new Surprise(said(scene, done))
  return leaf
}

/** Both sides stand where the story has them, and see no more than they may. */
export async function checkAfter(client: Client, scene: Scene, before: CaseInPlay | null, after: CaseInPlay) {
  const { act, stage, silent, moves } = scene
  const { own, across, isSent, id } = after
  const expect = (isSo: boolean, what: string) => {
    if (!isSo) throw new Surprise(`${act} (${scene.of}): ${what}`)
  }
  expect(own.stage === stage, `${own.stage} instead of ${stage}`)
  expect(isSent === (across !== null), 'the other country sees the wrong thing')
  expect(across === null || across.stage === stage, 'the two sides see different stages')
  if (silent) {
    expect(across?.stopped === 'NOT_PROCEEDING', 'the other side does not see that the case does not proceed')
    expect(!across?.journal.some(({ action }) => sameAct(action, act)), 'the other side sees why')
  }
  if (moves) {
    const [was, is] = [before && dueDayOf(before.own, moves), dueDayOf(own, moves)]
    expect(was !== null && is !== null && was !== is, `the due day of ${moves} is ${is} and was ${was}`)
  }
  const former = before?.own.countryOfReturn.code
  if (former && former !== own.countryOfReturn.code)
    expect((await look(client, former, id)).told === null, `${former} still sees the case`)
}

/** The refusal that the story has, and nothing changed by it; answers what the officer is told. */
export function checkRefused(scene: Scene, done: Done, before: CaseInPlay | null, after: CaseInPlay): string {
  const found = done.problems.find(({ code }) => code === scene.refused)
  if (!found || done.receipt) throw new Surprise(`${said(scene, done)}, instead of ${scene.refused}`)
  if (after.own.version !== before?.own.version || after.own.stage !== scene.stage)
    throw new Surprise(`${scene.act}: was refused and changed something`)
  return found.message
}
