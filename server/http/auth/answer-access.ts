import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { passwordLimits } from '../../domain/access/password-rule.ts'
import { TooSoon } from '../../services/access/attempts.ts'
import { type AccessFault, isRefused, type Refused } from '../../services/access/fault.ts'
import { secretHash } from '../../services/access/secret-hash.ts'
import type { SignedIn } from '../../services/access/sessions.ts'
import type { Service } from '../../services/service.ts'
import { answerError, answerLater } from '../answer-error.ts'
import { type CookieRule, keepInCookie } from '../session-cookie.ts'

const STATUS: Readonly<Partial<Record<AccessFault, number>>> = {
  PASSWORD_WEAK: 400,
  INVITATION_UNKNOWN: 404,
  INVITATION_USED: 410,
  INVITATION_EXPIRED: 410,
}

function answerRefused(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  if (refused instanceof TooSoon) return answerLater(request, reply, 429, 'TOO_MANY_ATTEMPTS', refused.seconds)
  const facts = refused === 'PASSWORD_WEAK' ? passwordLimits : {}
  return answerError(request, reply, STATUS[refused] ?? 401, refused, facts)
}

/** One line for each outcome, with a keyed hash of the account it was about, where that is known: no name, no secret. */
function tell(service: Service, request: FastifyRequest, outcome: string, of: { readonly account?: unknown }): void {
  const name = typeof of.account === 'string' ? of.account : request.account?.name
  const account = name === undefined ? null : secretHash(service, 'account in the log', name)
  request.log.info({ path: request.routeOptions.url, outcome, account }, 'sign-in')
}
const outcomeOf = (answer: object | Refused): string => {
  if (answer instanceof TooSoon) return 'TOO_MANY_ATTEMPTS'
  return typeof answer === 'string' ? answer : 'DONE'
}

/** Reads the body as a shape, does what is asked, answers what came of it or why it was refused; the log is told. */
export async function answerAccess<Shape extends z.ZodType, Answer extends object>(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  shape: Shape,
  does: (body: z.infer<Shape>) => Promise<Answer | Refused>,
): Promise<FastifyReply> {
  const body = shape.safeParse(request.body ?? {})
  if (!body.success) {
    tell(service, request, 'BAD_REQUEST', {})
    return answerError(request, reply, 400, 'BAD_REQUEST')
  }
  const answer = await does(body.data)
  tell(service, request, outcomeOf(answer), { ...(body.data as object), ...(isRefused(answer) ? {} : answer) })
  return isRefused(answer) ? answerRefused(request, reply, answer) : reply.send(answer)
}

/** Who signed in gets the token; where the console asked for a cookie, it goes there and nowhere else. */
export function handOver<T extends SignedIn>(
  reply: FastifyReply,
  rule: CookieRule,
  signedIn: T | Refused,
  wantsCookie: boolean,
) {
  if (isRefused(signedIn) || !wantsCookie) return signedIn
  keepInCookie(reply, rule, signedIn.token)
  const { token: _kept, ...rest } = signedIn
  return rest
}
