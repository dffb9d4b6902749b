import { hindrance } from '../domain/access/assurance.ts'
import type { ActName } from '../domain/procedures/action-names.ts'
import type { Request } from './decide.ts'
import { type Answer, execute } from './execute.ts'
import type { Service } from './service.ts'
import type { Account } from './sign-in.ts'

/** An act of somebody who came in from outside: what their key is for, and whether they proved themselves lately, comes first. */
export async function actFor(service: Service, name: ActName, request: Request, by: Account): Promise<Answer> {
  const hindered = hindrance(by.assurance, name, service.clock.now())
  return hindered ? { noun: null, receipt: null, problems: [hindered] } : execute(service, name, request, by)
}
