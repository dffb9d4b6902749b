import type { FastifyRequest } from 'fastify'
import { type Language, languages } from '../domain/kernel/language.ts'

const known = new Map<string, Language>(languages.map((language) => [language, language]))

/** The language of an answer: what the request wishes for, then the account's, then English. */
export const languageOf = ({ headers, account }: FastifyRequest): Language =>
  wishedLanguage(headers['accept-language']) ?? account?.language ?? 'en'

/**
 * The language an Accept-Language header wishes for, by its weights; a regional form counts as its language
 * (`zh-CN` is zh). Null where it wishes for none the service has; `*` is no wish.
 */
function wishedLanguage(header: string | undefined): Language | null {
  const wishes = (header ?? '').split(',', 20).flatMap((part, position) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const language = known.get(tag.split('-')[0] ?? '')
    const weight = Number(/^\s*q=([01](\.\d{1,3})?)\s*$/.exec(parameters[0] ?? 'q=1')?.[1] ?? 0)
    return language && weight > 0 ? [{ language, weight, position }] : []
  })
  wishes.sort((one, other) => other.weight - one.weight || one.position - other.position)
  return wishes[0]?.language ?? null
}
