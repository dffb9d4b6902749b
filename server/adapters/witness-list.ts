import { type CountryCode, countryCodes } from '../domain/kernel/country.ts'
import { type KeeperClient, keeperClient } from './keeper-client.ts'
import { type Verifier, verifierOf } from './notes.ts'

/** The witness of one country: its key, and where it is asked. */
export interface Witness {
  readonly country: CountryCode
  readonly verifier: Verifier
  readonly client: KeeperClient
}

/** A line that is none. */
class BadWitnessList extends Error {}

/** One witness a line: `COUNTRY VERIFIER-KEY URL`; `#` begins a comment. One witness a country, one country a key. */
export function readWitnesses(text: string): readonly Witness[] {
  const lines = text.split('\n').map((line) => line.replace(/\s*(#.*)?$/, ''))
  const witnesses = lines.filter(Boolean).map(readWitness)
  const countries = new Set(witnesses.map(({ country }) => country))
  if (countries.size < witnesses.length) throw new BadWitnessList('a country has two witnesses')
  const keys = new Set(witnesses.map(({ verifier }) => verifier.bytes.toString('hex')))
  if (keys.size < witnesses.length) throw new BadWitnessList('two countries have the same key')
  return witnesses
}

function readWitness(line: string): Witness {
  const [code, key, url, ...more] = line.trim().split(/\s+/)
  const country = countryCodes.find((one) => one === code)
  const verifier = verifierOf(key ?? '')
  if (!country || verifier?.type !== 4 || !url || more.length > 0)
    throw new BadWitnessList(`a line of witnesses is COUNTRY KEY URL, with a key of a witness: ${line.slice(0, 60)}`)
  return { country, verifier, client: keeperClient(url) }
}
