import { type CountryCode, countryCodes } from '../kernel/country.ts'
import type { ReportParameters } from './report.ts'

/** The countries a report is about: the two of a corridor, else all six. Each clears its own part. */
export const countriesOf = ({ corridor }: Pick<ReportParameters, 'corridor'>): readonly CountryCode[] =>
  corridor
    ? countryCodes.filter((one) => one === corridor.requestingCountry || one === corridor.countryOfReturn)
    : countryCodes
