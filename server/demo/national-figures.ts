import type { CountryCode } from '../domain/kernel/country.ts'
import type { Errand } from './registers.ts'

/** Figures of a country of the demo for 2025: victims identified by sex, assisted, persons convicted, and one corridor. */
interface Reported {
  readonly female: number
  readonly male: number
  readonly assisted: number
  readonly convicted: number
  readonly corridor: readonly [requesting: CountryCode, ofReturn: CountryCode, victims: number]
  readonly counts: string
}

/** Invented, all of it. Of Thailand and Lao PDR, and of China and Viet Nam, both report one corridor, and differ. */
const REPORTED: Readonly<Record<CountryCode, Reported>> = {
  KH: {
    female: 61,
    male: 48,
    assisted: 97,
    convicted: 21,
    corridor: ['TH', 'KH', 34],
    counts: 'persons at their return',
  },
  CN: {
    female: 83,
    male: 12,
    assisted: 95,
    convicted: 64,
    corridor: ['CN', 'VN', 41],
    counts: 'persons whose case was opened',
  },
  LA: {
    female: 52,
    male: 19,
    assisted: 70,
    convicted: 9,
    corridor: ['TH', 'LA', 29],
    counts: 'persons at their return',
  },
  MM: { female: 44, male: 57, assisted: 88, convicted: 17, corridor: ['TH', 'MM', 46], counts: 'persons received' },
  TH: {
    female: 118,
    male: 102,
    assisted: 205,
    convicted: 53,
    corridor: ['TH', 'LA', 33],
    counts: 'persons identified',
  },
  VN: { female: 74, male: 15, assisted: 86, convicted: 38, corridor: ['CN', 'VN', 47], counts: 'persons received' },
}

/** One import a country, a few weeks before the demo begins. */
export const nationalFigures: readonly Errand[] = Object.entries(REPORTED).map(([country, reported], place) => ({
  days: 20 - place,
  country: country as CountryCode,
  role: 'taskforce',
  name: 'importAggregates',
  enters: (_scene, today) => ({
    definition: { text: `Fictitious. Counts ${reported.counts}, each once.` },
    coverage: { text: 'Fictitious. The whole country, all agencies of the demonstration.' },
    source: { text: 'Fictitious annual report of the demonstration.' },
    sourceDay: today,
    figures: figuresOf(reported),
    replaces: null,
  }),
}))

function figuresOf({ female, male, assisted, convicted, corridor }: Reported): readonly object[] {
  const of = (indicator: string) => ({ year: 2025, indicator })
  const [requestingCountry, countryOfReturn, total] = corridor
  return [
    {
      ...of('identified'),
      total: female + male,
      parts: [
        { sex: 'female', value: female },
        { sex: 'male', value: male },
      ],
    },
    { ...of('assisted'), total: assisted },
    { ...of('convicted'), total: convicted },
    { ...of('identified'), requestingCountry, countryOfReturn, total },
  ]
}
