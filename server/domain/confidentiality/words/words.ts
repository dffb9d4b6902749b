/**
 * A word that announces something, in a script without spaces or with them. `notAfter`: letters right before it that make
 * it another word; `notBefore`: what may follow it in ordinary prose. All are plain text, not patterns.
 */
export interface Cue {
  readonly cue: string
  readonly notAfter?: readonly string[]
  readonly notBefore?: readonly string[]
  /** More of `notBefore`: one long list that many cues share, the same array for all of them. */
  readonly prose?: readonly string[]
  /** In spaced writing: a word without a capital after it is a name too. */
  readonly strong?: boolean
}

/** What the guard knows of one language. Every list is read for every text: an officer writes as it comes. */
export interface Words {
  /** Words of digits and numbers, each with how many digits of a number it stands for: one 1, eleven 2, hundred 0. */
  readonly numerals: Readonly<Record<string, number>>
  readonly months: readonly string[]
  /** What says that a date is one of birth. */
  readonly birth: readonly (string | Cue)[]
  /** Written before a name: Mr, U, Daw, ông, นาย. */
  readonly honorifics: readonly Cue[]
  /** Written after a name: 先生. */
  readonly honorificsAfter: readonly Cue[]
  /** Relatives and roles; a name may follow. */
  readonly kin: readonly Cue[]
  /** Surnames that, with two words or more after them, are a person’s name without any announcement. */
  readonly surnames: readonly string[]
  /** "named", "whose name is". */
  readonly naming: readonly Cue[]
  /** After a naming phrase, what is no name: "not known", "of the child". */
  readonly noName: readonly string[]
  /** District, province, island: a name beside one is a place an officer may write. */
  readonly districts: readonly string[]
  /** Address words before what they name: street, soi, ซอย. */
  readonly placeBefore: readonly Cue[]
  /** Address words after what they name: 村, ရပ်ကွက်. */
  readonly placeAfter: readonly Cue[]
  /** House, room, village number: a number follows. */
  readonly houseNumber: readonly (string | Cue)[]
  readonly passport: readonly string[]
  readonly plate: readonly (string | Cue)[]
  readonly account: readonly string[]
  readonly messengers: readonly (string | Cue)[]
  /** Words between a messenger and the account: ID, number, name, is. */
  readonly accountOf: readonly string[]
  /** The sign @ and the dot of an address, written out. */
  readonly at: readonly string[]
  readonly dot: readonly string[]
  readonly currencies: readonly string[]
  /** Words for large numbers that may stand between an amount and its currency. */
  readonly multipliers: readonly string[]
  /** North and east. */
  readonly bearings: readonly string[]
  /** In a script without spaces, where names are made of few syllables: these. */
  readonly nameParts?: readonly string[]
  /** What makes two such syllables a name, wherever it stands: honorifics, relatives, roles. */
  readonly beforeNameParts?: readonly string[]
  /** Particles that follow a name. */
  readonly afterNameParts?: readonly string[]
}
