import { alone } from '../pattern.ts'
import { all } from '../words/all.ts'
import { matches, type Rule } from './rule.ts'

const BEARING = alone(all('bearings'))
const DECIMAL = '[-–]?[0-9]{1,3}[.,][0-9]{3,}'
const PATTERNS = [
  new RegExp(
    `(?<![0-9.])${DECIMAL}\\s?°?\\s?[NSEW]?\\s?[,;/|&、，和และ]{0,3}\\s{0,2}[NSEW]?\\s?${DECIMAL}(?![0-9])`,
    'giu',
  ),
  /(?<![0-9])[0-9]{1,3}\s?[°º˚度]\s?[0-9]{1,2}(?:[.,][0-9]+)?\s?['’′´分]/gu,
  /(?<![0-9])[0-9]{1,3}[.,][0-9]{2,}\s?[°º˚度]?\s?(?:[NSEW](?![A-Za-z])|[北南东西])/gu,
  /(?<![A-Za-z])[NSEW]\s?[0-9]{1,3}(?:[.,][0-9]{2,}|\s?[°º˚])/gu,
  /(?<![0-9])[0-9]{1,3}\s?[°º˚]\s?[0-9.,]{0,8}\s?[NSEW](?![A-Za-z])/gu,
  new RegExp(`${BEARING}[^\\d\\n]{0,8}[0-9]{1,3}(?:[.,][0-9]+|\\s?[°º˚度])`, 'giu'),
  /(?<![0-9])[0-9]{1,3}\s?deg(?:rees?|\.)?\s?[0-9]{1,2}/giu,
  // A grid code, 8Q7X+2M, and three words.
  /(?<![A-Z0-9])(?:[23456789CFGHJMPQRVWX]{4}){1,2}\+[23456789CFGHJMPQRVWX]{2,3}(?![A-Z0-9])/giu,
  /\/\/\/[\p{L}]+\.[\p{L}]+\.[\p{L}]+/gu,
]

/** A place on the globe. */
export const coordinates: Rule = ({ bare: { text } }) => matches('coordinates', text, PATTERNS)
