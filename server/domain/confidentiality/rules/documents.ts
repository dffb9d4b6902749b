import { alone } from '../pattern.ts'
import { after } from '../scripted.ts'
import { all } from '../words/all.ts'
import { matches, type Rule } from './rule.ts'

const CODE = '(?:[A-Z]{1,3}[ .-]?[0-9](?:[ .-]?[0-9]){3,8}|[0-9](?:[ .-]?[0-9]){4,8})'

/** 12/OUKAMA(N)123456 and its Burmese form, the brackets present or not (domain.md 6.A). */
const BURMESE = [
  /(?<![0-9])[0-9]{1,2}\s?[/\\|၊-]?\s?[A-Za-z]{3,12}\s?[([{]\s?[A-Za-z]{1,10}\s?[)\]}]\s?[0-9](?:[\s.-]?[0-9]){4,6}/gu,
  /(?<![0-9])[0-9]{1,2}\s?[/\\|]\s?[A-Za-z]{3,16}\s?[([{]?\s?[A-Za-z]{0,10}\s?[)\]}]?\s?[0-9](?:[\s.-]?[0-9]){4,6}/gu,
  /(?<![0-9])[0-9]{1,2}\s?[/\\|၊-]?\s?[\u1000-\u103f]{2,14}\s?[([{]?\s?(?:နိုင်|ဧည့်|ပြု|စ|သ|သီ|ယာယီ|N|E|P|T)\s?[)\]}]?\s?[0-9](?:[\s.-]?[0-9]){4,6}/gu,
  /(?<![0-9])[0-9]{1,2}\s?[/\\|]\s?[\u1000-\u103f]{2,14}\s?[([{]\s?[\u1000-\u103f]{1,8}\s?[)\]}]/gu,
  /(?<![0-9])[0-9]{1,2}\s?[/\\|]\s?[A-Z][A-Za-z]{4,11}\s?[([{]\s?(?:N|E|P|T|Naing|AC|NC)\s?[)\]}]/gu,
]
const PASSPORT = [
  new RegExp(`${alone(all('passport'))}[^\\d\\n]{0,24}?(?<![A-Za-z0-9])${CODE}(?![a-z])`, 'giu'),
  /(?<![A-Za-z0-9])[A-Z]{1,2}[\s.-]?[0-9](?:[\s.-]?[0-9]){5,8}(?![0-9])/gu,
]
/** Two lines or one, spaces let in: P<KHM, IDKHM, or a row of fillers. */
const ZONE = [
  /(?<![A-Z0-9])[PIACV][A-Z<]?\s?<?\s?(?:KHM|CHN|LAO|MMR|THA|VNM|[A-Z]{3})(?=[A-Z0-9< ]{0,60}<)[A-Z0-9<]{4,60}/gu,
  after(/[A-Z0-9<]{0,40}$/u, /<\s?<[A-Z0-9<]{2,40}/gu),
  /(?<![A-Z0-9])ID(?:KHM|CHN|LAO|MMR|THA|VNM)[0-9<][A-Z0-9<]{3,40}/gu,
]
const ACCOUNT = [new RegExp(`${alone(all('account'))}[^\\d\\n]{0,24}?[0-9](?:[\\s.-]?[0-9]){4,18}`, 'giu')]

export const documents: Rule = ({ bare: { text } }) => [
  ...matches('burmese-identity-number', text, BURMESE),
  ...matches('passport', text, PASSPORT),
  ...matches('machine-readable-zone', text, ZONE),
  ...matches('bank-account', text, ACCOUNT),
]
