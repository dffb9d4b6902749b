/** So many figures and files an office may wait for at one time. */
export const MOST_WAITING = 10
