import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { UserRow } from './users.store.ts';

/** The form of an email address that must be unique: addresses that differ in case reach the same person. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

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
