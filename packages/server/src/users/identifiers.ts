import { domainToASCII } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { UserRow } from './users.store.ts';

/**
 * The form of an email address that must be unique: addresses that differ in case reach the same person, and so do
 * `ada@bücher.example` and `ada@xn--bcher-kva.example`, the two ways to write one domain. Counted or listed apart, one would
 * be the way around what is decided for the other.
 */
export function emailKey(email: string): string {
  const plain = email.normalize('NFKC').trim().toLowerCase();
  const start = plain.lastIndexOf('@') + 1;
  const domain = plain.slice(start);
  if (start === 0 || /^[\0-\x7f]*$/.test(domain)) return plain;
  return plain.slice(0, start) + (domainToASCII(domain) || domain);
}

/** The form of a username that must be unique under the tenant's policy. */
export const usernameKey = (username: string, caseSensitive: boolean): string =>
  caseSensitive ? username : username.toLowerCase();

/** Columns to write for a username, null to clear it. */
export const usernameColumns = (
  username: string | null,
  caseSensitive: boolean,
): Pick<UserRow, 'username' | 'username_key'> => ({
  username,
  username_key: username === null ? null : usernameKey(username, caseSensitive),
});

/** Columns to write for a primary email, null to clear it. */
export const emailColumns = (email: string | null): Pick<UserRow, 'primary_email' | 'email_key'> => ({
  primary_email: email,
  email_key: email === null ? null : emailKey(email),
});

/**
 * A phone number as it is stored, digits with country code: one spelling for one number, so `440…` with a superfluous
 * national zero is the number without it. Undefined for what is no valid number.
 */
export function normalizePhone(digits: string): string | undefined {
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? number.number.slice(1) : undefined;
}
