/** A file is not made where a letter would be an empty box. */
export class CannotPrint extends Error {
  /** The characters that no font has. */
  readonly characters: string
  constructor(characters: string) {
    super(`no font has ${characters}`)
    this.characters = characters
  }
}
