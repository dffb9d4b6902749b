/** How wide a text is, in letters: marks stand on others, Chinese letters are as wide as two. */
export const lettersOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/\p{M}/u.test(letter) ? 0 : /\p{Script=Han}/u.test(letter) ? 2 : 1), 0)
