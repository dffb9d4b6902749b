import { createOTP } from '@better-auth/utils/otp'

/** The code of one step, so that the service's own clock decides which step it is. */
export const codeOfStep = (secret: string, step: number): Promise<string> => createOTP(secret).hotp(step)

/** What an authenticator reads as a picture. */
export const authenticatorUrl = (secret: string, account: string): string =>
  createOTP(secret).url('Mekong Liaison', account)

/** The secret as it is typed into an authenticator by hand. */
export const typedSecret = (secret: string): string =>
  new URL(authenticatorUrl(secret, '')).searchParams.get('secret') ?? ''
