import type { Account } from '@freehold/contract';
import { loadPhoneNumbers, readIdentifier, type WordKey } from '../kit/index.ts';
import type { Channel } from './address-text.tsx';

/** The address or number that an account has; undefined where that may not be seen. */
export const addressIn = (account: Account, channel: Channel): string | null | undefined =>
  channel === 'email' ? account.primaryEmail : account.primaryPhone;

/** What was typed as a new address or number, in the form in which it is sent; else what is wrong with it. */
export async function readAddress(
  channel: Channel,
  typed: string,
  country: string,
): Promise<{ readonly value: string } | { readonly problem: WordKey }> {
  if (typed.trim() === '') return { problem: channel === 'email' ? 'email.missing' : 'phone.missing' };
  if (channel === 'email') return readIdentifier(typed, ['email']);
  const numbers = await loadPhoneNumbers().catch(() => undefined);
  // Without knowledge of the world's numbers, the country code must be there; the server judges the rest.
  if (numbers === undefined) return readIdentifier(typed, ['phone']);
  const number = numbers.read(typed, country);
  return number === undefined ? { problem: 'identifier.not_a_phone_number' } : { value: number.digits };
}

/** Whether two are the same: addresses that differ in case reach the same person. */
export const isSameAddress = (a: string | null | undefined, b: string): boolean =>
  a?.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();
