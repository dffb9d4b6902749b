import type { IncomingHttpHeaders } from 'node:http'

const HERE = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/**
 * Whether a request comes from a page in somebody's browser: it says of which site it is, or it reached this machine under
 * a name that is not its own (DNS rebinding). `ownNames`: who asks is on this machine and knows it by its own name.
 */
export const isForeign = ({ origin, host }: IncomingHttpHeaders, ownNames: boolean): boolean =>
  origin !== undefined || (ownNames && !HERE.test(host ?? ''))
