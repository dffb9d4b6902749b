import type { Actor } from '../../domain/cases/actor.ts'
import { linksTo } from '../links.ts'
import type { Service } from '../service.ts'
import { signInByProof } from '../sign-in.ts'
import { readReportFile } from './read-reports.ts'

const links = linksTo<{ readonly file: string }>('report files')

/** A link to a file that is made, for as long as the caller is signed in and the link lasts. */
export const linkToFile = (service: Service, proof: string, file: string) => links.to(service, { proof, file })

/** The file of a link, looked at anew: who asked must still be signed in and may still read it. */
export async function fileByLink(service: Service, link: string) {
  const linked = await links.open(service, link)
  const by: Actor | null = linked && (await signInByProof(service, linked.proof))
  return linked && by ? readReportFile(service, by, linked.file) : null
}
