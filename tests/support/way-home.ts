import type { Engine } from '../../db/engine.ts'
import { StandingClock } from '../../server/clock.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { AccountId, OfficeId, PersonId } from '../../server/domain/kernel/ids.ts'
import { type Instant, plus } from '../../server/domain/kernel/instant.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { type Answer, execute } from '../../server/services/execute.ts'
import { openService, type Service } from '../../server/services/service.ts'
import { START } from './engines.ts'

/** One service, its clock, and officers made on demand: what a test of the way home needs. */
export class WayHome {
  readonly service: Service
  readonly clock: StandingClock
  #keys = 0
  private constructor(service: Service, clock: StandingClock) {
    this.service = service
    this.clock = clock
  }
  static async open(engine: Engine): Promise<WayHome> {
    const clock = new StandingClock(START)
    return new WayHome(await openService(engine, clock, 'a secret of the tests, 32 letters'), clock)
  }
  /** The officer of a role in its competent office; `who` tells persons of one office apart. */
  officer(country: CountryCode, role: Role, who = 1, office?: OfficeId): Actor {
    const own = office ?? this.service.world.competent.get(country)?.get(role)
    if (!own) throw new Error(`no office for ${country} ${role}`)
    const name = `${country}-${role}-${own}-${who}`
    return { account: name as AccountId, name, person: name as PersonId, office: own, country, role, standsInFor: [] }
  }
  key(): string {
    this.#keys += 1
    return `test-key-${String(this.#keys).padStart(10, '0')}`
  }
  later(hours: number): void {
    this.clock.set(plus(this.clock.now(), hours * 3_600_000))
  }
  act(name: ActionName, by: Actor, target: string | null, input: object = {}, more: object = {}): Promise<Answer> {
    const request = { target, input: input as Record<string, unknown>, key: this.key(), expectedVersion: null, ...more }
    return execute(this.service, name, request, by)
  }
  /** The act succeeded; the noun's id. */
  async must(name: ActionName, by: Actor, target: string | null, input: object = {}): Promise<string> {
    const answer = await this.act(name, by, target, input)
    if (!answer.noun) throw new Error(`${name}: ${JSON.stringify(answer.problems)}`)
    return answer.noun.id
  }
}

export const profile = {
  ageBand: 'age-25-34',
  ageBasis: 'stated-by-person',
  sex: 'female',
  claimedStatus: 'national',
  identification: 'identified',
  decidingBody: 'police',
  exploitation: ['forced-labour'],
  controlMeans: ['debt-bondage'],
  recruitment: [],
  sector: 'fishing',
  needs: [],
  shelter: 'government-shelter',
}
const given = { share: 'given', return: 'given', traceFamily: 'given', followUp: 'given', statistics: 'given' }
export const consent = { ...given, language: 'lo', interpreter: 'used', givenOn: '2026-03-02' }
export const nobody = { adultFemale: 0, adultMale: 0, adultOther: 0, minorFemale: 0, minorMale: 0, minorOther: 0 }

/** Drafts, consents, reviews and sends one case. */
export async function send(
  way: WayHome,
  from: CountryCode,
  to: CountryCode,
  more: object = {},
  child = {},
): Promise<string> {
  const liaison = way.officer(from, 'liaison')
  const id = await way.must('draftRequest', liaison, null, { countryOfReturn: to, ...profile, ...more })
  await way.must('recordConsent', liaison, id, { ...consent, ...child })
  await way.must('submitForReview', liaison, id)
  const review = { decision: 'APPROVE', noIdentifyingDetail: true }
  await way.must('reviewRequest', way.officer(from, 'supervisor'), id, review)
  return id
}

/** Carries a sent case to acceptance, whatever order its procedure has: whoever owes an open step does it. */
export async function accept(
  way: WayHome,
  from: CountryCode,
  to: CountryCode,
  id: string,
  child = false,
): Promise<void> {
  const day = '2026-03-02'
  const [verifier, welfare, focal] = [way.officer(to, 'verifier'), way.officer(to, 'welfare'), way.officer(to, 'focal')]
  await way.must('acknowledgeRequest', focal, id)
  const wanted: [ActionName, Actor, object][] = [
    [
      'recordFamilyTracing',
      welfare,
      { result: 'traced', suitability: 'suitable', escortNeeded: false, concludedOn: day },
    ],
    ['recordVerification', verifier, { result: 'national', method: 'register', decidedOn: day }],
    ['recordRiskAssessment', way.officer(from, 'focal'), { risk: 'none', refoulementConcern: false, assessedOn: day }],
    [
      'recordBestInterests',
      way.officer(from, 'guardian'),
      { outcome: 'return-to-family', childView: 'wishes-to-return', guardianAgrees: true, decidedOn: day },
    ],
  ]
  let todo = child ? wanted : wanted.slice(0, 3)
  for (let round = 0; round < 4 && todo.length > 0; round += 1) {
    const left: typeof todo = []
    for (const one of todo) {
      const [name, by, input] = one
      const answer = await way.act(name, by, id, input)
      if (!answer.noun) left.push(one)
      // Some procedures verify in two steps: police, then immigration.
      else while (name === 'recordVerification' && (await way.act(name, by, id, input)).noun);
    }
    todo = left
  }
  const document = { travelDocument: 'return-certificate', travelDocumentIssued: true, receptionPlace: 'family' }
  await way.must('acceptReturn', focal, id, document)
}

export const at = (instant: string): Instant => instant as Instant

/** Family steps that a procedure puts after acceptance or reception: done as long as one is open. */
export async function familyWork(way: WayHome, to: CountryCode, id: string): Promise<void> {
  const done = { result: 'traced', suitability: 'suitable', escortNeeded: false, concludedOn: '2026-03-02' }
  while ((await way.act('recordFamilyTracing', way.officer(to, 'welfare'), id, done)).noun);
}

/** Proposes, agrees, checks and hands over an accepted case; what is left is the reception. */
export async function handOver(
  way: WayHome,
  from: CountryCode,
  to: CountryCode,
  id: string,
  cell: keyof typeof nobody,
) {
  const crossing = [...way.service.world.crossings.values()].find((one) => one.posts[from] && one.posts[to])
  if (!crossing) throw new Error('no crossing')
  const meeting = { at: '2026-03-30T03:00:00Z', escort: 'none', transport: 'ordinary', needs: [] }
  const liaison = way.officer(from, 'liaison')
  const handover = await way.must('proposeHandover', liaison, null, {
    caseIds: [id],
    crossing: crossing.id,
    ...meeting,
  })
  await familyWork(way, to, id)
  await way.must('confirmHandover', way.officer(to, 'focal'), handover)
  way.clock.set(at('2026-03-30T01:00:00.000Z'))
  const clear = { consentReconfirmed: true, fitToTravel: true, safeToTravel: true, belongingsReturned: true }
  await way.must('recordDepartureCheck', liaison, handover, { caseId: id, ...clear })
  way.clock.set(at('2026-03-30T03:10:00.000Z'))
  const counts = { ...nobody, [cell]: 1 }
  const post = way.officer(from, 'post', 1, crossing.posts[from])
  await way.must('recordHandover', post, handover, { handedOverAt: '2026-03-30T03:05:00Z', counts })
  return { handover, counts, receiver: (who: number) => way.officer(to, 'post', who, crossing.posts[to]) }
}
