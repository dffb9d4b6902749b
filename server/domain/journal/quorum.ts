import { type CountryCode, countryCodes } from '../kernel/country.ts'

/** So many countries of the six make a checkpoint binding: no three of them can, and no two can hinder it. */
const QUORUM = 4

/** Whether the witnesses of enough countries put their names under a checkpoint. */
export const isBinding = (cosigned: Iterable<CountryCode>): boolean =>
  new Set(countryCodes).intersection(new Set(cosigned)).size >= QUORUM
