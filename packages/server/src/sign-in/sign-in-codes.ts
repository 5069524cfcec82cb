import { addressRateLimitKey, type KeyRing, keyedHash } from '../lib/index.ts';
import { type CodeTarget, strangerTarget } from '../verification/index.ts';
import type { CodeAddress } from './code-address.ts';

/** The verification of a code, by its channel. */
export const codeTypes = { email: 'EmailVerificationCode', phone: 'PhoneVerificationCode' } as const;

/** The kinds of verification by a code. */
export const anyCode = [codeTypes.email, codeTypes.phone] as const;

/**
 * Where wrong codes of somebody who has not said who they are count: on the address and the network that they come from.
 * Counted on the address alone, anybody could lock its owner out by asking for codes and guessing badly. From everywhere
 * together no more can be guessed than codes are sent to one address, which has a limit of its own, times the tries of
 * one. Unlocking the user who has the address unlocks it.
 */
export const visitorCodeTarget = (
  keys: KeyRing,
  { channel, address }: Pick<CodeAddress, 'channel' | 'address'>,
  ip: string,
): CodeTarget => ({
  target: strangerTarget(keys, channel, address),
  pool: `codes:${keyedHash(keys, 'sentinel', `origin:${addressRateLimitKey(ip)}`).mac.toString('base64url')}`,
});
