import { list } from './list.ts'
import type { Words } from './words.ts'

const title = (cue: string) => ({ cue, strong: STRONG.has(cue) })
/** Nothing but a name follows these. */
const STRONG = new Set(['mr', 'mrs', 'ms', 'daw'])

/** English as officers of the region write it, with names of all six countries in Latin letters. */
export const en: Words = {
  numerals: {
    zero: 1,
    oh: 1,
    nought: 1,
    one: 1,
    two: 1,
    three: 1,
    four: 1,
    five: 1,
    six: 1,
    seven: 1,
    eight: 1,
    nine: 1,
    double: 1,
    triple: 2,
    ten: 2,
    eleven: 2,
    twelve: 2,
    thirteen: 2,
    fourteen: 2,
    fifteen: 2,
    sixteen: 2,
    seventeen: 2,
    eighteen: 2,
    nineteen: 2,
    twenty: 2,
    thirty: 2,
    forty: 2,
    fifty: 2,
    sixty: 2,
    seventy: 2,
    eighty: 2,
    ninety: 2,
    hundred: 0,
    thousand: 0,
    million: 0,
  },
  months: list(`
      January February March April May June July August September October November December Tazaungmon
      Thadingyut Kason Nayon Waso Wagaung Tawthalin Tagu Pyatho Tabodwe Tabaung Nadaw waxing waning Jan
      Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    `),
  birth: ['born', 'birth', 'birthday', 'birthdate', 'dob', 'd.o.b.', 'date of birth', 'd.o.b', 'b-day', 'bday'],
  honorifics: [
    ...list(`
      mr mrs ms miss mister madam madame mme sir dr prof u daw ma maung mg naw nang nong pee phi lung sai
      saw khun khoun nai naang thao lok
    `),
    'lok srey',
    'neak srey',
    ...list(`
      bong ta yeay pu ming sao salai mai hkun phra ven venerable pol capt captain lt col sgt major
      inspector constable
    `),
  ]
    .map(title)
    .concat([
      { cue: 'ko', notBefore: ['Samui', 'Chang', 'Kong', 'Tao', 'Phangan', 'Lanta', 'Lipe', 'Kut', 'Kood', 'Phi'] },
    ] as never),
  honorificsAfter: [],
  kin: [
    ...list(`
      mother father brother sister uncle aunt aunty auntie grandmother grandfather grandma grandpa cousin
      niece nephew husband wife son daughter mum mom dad stepfather stepmother stepbrother stepsister
      boyfriend girlfriend friend neighbour neighbor fiance victim child girl boy woman man person
      survivor minor guardian officer teacher driver broker employer recruiter boss monk nurse doctor
    `),
    'social worker',
    'case worker',
    ...list(`
      caseworker interpreter colleague client sibling twin baby infant lady kid agent trafficker suspect
      witness
    `),
  ].map(title),
  surnames: [],
  naming: [
    'named',
    'name is',
    'names are',
    'name',
    'full name',
    'surname',
    'surname is',
    'first name',
    'family name',
    'given name',
    'real name',
    'true name',
    'nickname',
    'nickname is',
    'nicknamed',
    'called',
    'calls herself',
    'calls himself',
    'known as',
    'alias',
    'aka',
    'a.k.a',
    'a.k.a.',
    'goes by',
    'knows her as',
    'knows him as',
    'know her as',
    'know him as',
    'introduced herself as',
    'introduced himself as',
    'registered as',
    'pen name',
    'stage name',
    'answers to',
    'goes by the name',
    'goes by the name of',
    'by the name of',
    'i am',
    'signed',
    'signed by',
    'is called',
  ].map(title),
  noName: [
    ...list(`
      are were who from with at as can may unknown Director Chair Chairman Chairperson Minister General
      Secretary Ambassador Governor President Deputy Head Word Excel City Judge Officer Justice Consul
      Prosecutor Our Your One Each Every Another Some Same Home All Both There That Case Consent Request
      not withheld given removed none the of in on is was will has and or no to for by list field must
      Cambodia Cambodian Khmer China Chinese Lao Laos Laotian Myanmar Burmese Thailand Thai Viet Vietnam
      Vietnamese January February March April May June July August September October November December
      Monday Tuesday Wednesday Thursday Friday Saturday Sunday English COMMIT ACTIP UN UNICEF IOM NGO MOU
      SOP Ministry Department Province District Office Police Embassy Women
    `),
    'Lao PDR',
    ...list(`
      ASEAN A B C I ID Services Protection Welfare Centre Center Phase Step Part No Shan Kachin Karen Mon
      Hmong Article Articles Annex We She He They It This Please Her His Their
    `),
  ],
  districts: list(`
      district province township city county state region division island gate border bridge checkpoint
      crossing post airport port hospital court office committee ministry
    `),
  placeBefore: [
    {
      cue: 'ban',
      notBefore: ['Laem', 'Mom', 'Hard', 'Hat', 'Chong', 'Huay', 'Houay', 'Nong', 'on', 'of', 'is', 'has'],
    },
    ...[
      ...list(`
        street st str road rd lane alley soi moo mu thanon hem ngo duong village hamlet baan phum krom ward
        quarter
      `),
      'house no',
      'house number',
      ...list(`
        house apartment apt flat block thon ap xom khum sangkat tambon tambol commune zone
      `),
    ].map(title),
  ],
  placeAfter: list(`
      street st road rd lane alley avenue ave boulevard blvd village hamlet ward quarter commune soi hotel
      guesthouse karaoke pagoda market
    `).map(title),
  houseNumber: [
    'house no',
    'house number',
    'house',

    'apartment',
    'apt',
    'flat',
    'moo',
    'moo no',
    'village no',
    'village group',
    'group no',
    'street no',
    'unit',
  ],
  passport: ['passport', 'passport no', 'pp no', 'travel document', 'ppt'],
  plate: [
    'plate',
    'number plate',
    'licence plate',
    'license plate',
    'registration',
    'reg no',
    'plate no',
    'licence no',
    ...list(`
      car van truck motorbike motorcycle vehicle taxi pickup
    `),
  ],
  account: [
    'account',
    'account no',
    'account number',
    ...list(`
      acct acc a/c bank iban swift aba acleda wing bcel kbank scb kbz kbzpay wave wavepay vietcombank icbc
      alipay momo truemoney promptpay card
    `),
  ],
  messengers: [
    'line',
    'wechat',
    'we chat',
    ...list(`
      weixin wx zalo telegram tele tg facebook fb messenger whatsapp wa viber tiktok
    `),
    'tik tok',
    ...list(`
      instagram insta ig imo signal skype kakao qq snapchat twitter
    `),
  ],
  accountOf: [
    ...list(`
      id no number account acc name user username
    `),
    'user name',
    ...list(`
      handle is nick contact under as on at profile page add
    `),
  ],
  at: ['at', 'at sign', 'arroba', '_at_'],
  dot: ['dot', 'point', 'period'],
  currencies: [
    'USD',
    'US dollars',
    ...list(`
      dollars dollar riel riels KHR baht THB kip LAK kyat kyats MMK Ks dong VND yuan RMB CNY renminbi euro
      euros EUR
    `),
  ],
  multipliers: ['thousand', 'million', 'lakh', 'k', 'm', 'mil', 'billion'],
  bearings: ['lat', 'latitude', 'lon', 'long', 'lng', 'longitude', 'gps', 'coordinates', 'coords'],
}
