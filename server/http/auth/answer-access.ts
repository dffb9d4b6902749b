import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { passwordLimits } from '../../domain/access/password-rule.ts'
import { TooSoon } from '../../services/access/attempts.ts'
import { type AccessFault, isRefused, type Refused } from '../../services/access/fault.ts'
import type { SignedIn } from '../../services/access/sessions.ts'
import { answerError } from '../answer-error.ts'
import { type CookieRule, keepInCookie } from '../session-cookie.ts'

const STATUS: Readonly<Partial<Record<AccessFault, number>>> = {
  PASSWORD_WEAK: 400,
  INVITATION_UNKNOWN: 404,
  INVITATION_USED: 410,
  INVITATION_EXPIRED: 410,
}

function answerRefused(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  if (refused instanceof TooSoon) {
    const { seconds } = refused
    return answerError(request, reply.header('retry-after', String(seconds)), 429, 'TOO_MANY_ATTEMPTS', { seconds })
  }
  const facts = refused === 'PASSWORD_WEAK' ? passwordLimits : {}
  return answerError(request, reply, STATUS[refused] ?? 401, refused, facts)
}

/** Reads the body as a shape, does what is asked, answers what came of it or why it was refused. */
export async function answerAccess<Shape extends z.ZodType, Answer extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  shape: Shape,
  does: (body: z.infer<Shape>) => Promise<Answer | Refused>,
): Promise<FastifyReply> {
  const body = shape.safeParse(request.body ?? {})
  if (!body.success) return answerError(request, reply, 400, 'BAD_REQUEST')
  const answer = await does(body.data)
  return isRefused(answer) ? answerRefused(request, reply, answer) : reply.send(answer)
}

/** Where the console asked for a cookie, the token goes there and nowhere else. */
export function handOver<T extends SignedIn>(reply: FastifyReply, rule: CookieRule, signedIn: T, wantsCookie: boolean) {
  if (!wantsCookie) return signedIn
  keepInCookie(reply, rule, signedIn.token)
  const { token: _kept, ...rest } = signedIn
  return rest
}
