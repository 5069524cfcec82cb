import type { WordKey } from '@freehold/client/react/kit';

/** What a person signs in with, as the API names it. */
export const identifiers = ['username', 'primaryEmail', 'primaryPhone'] as const;
export type IdentifierMember = (typeof identifiers)[number];

/**
 * Reads what was typed for an identifier into what is sent. Full-width characters count as their usual forms; a phone number
 * becomes digits with its country code, which cannot be guessed.
 */
export function readTyped(member: IdentifierMember, typed: string): { value: string } | { problem: WordKey } {
  const value = typed.normalize('NFKC').trim();
  if (value === '') return { value };
  if (member === 'username') {
    return /^[A-Z_a-z]\w*$/.test(value) ? { value } : { problem: 'username.charset' };
  }
  if (member === 'primaryEmail') {
    return /^[^\s@]+@[^\s@]+$/.test(value) ? { value } : { problem: 'identifier.not_an_email' };
  }
  if (!/^\+?[\d\s().-]+$/.test(value)) return { problem: 'identifier.not_a_phone_number' };
  const digits = value.replace(/\D/g, '').replace(/^00/, '');
  return digits.startsWith('0') ? { problem: 'identifier.phone_without_country' } : { value: digits };
}

/** The member that a refusal is about, by its code; undefined where it is about none of them. */
export function memberOfProblem(code: string): IdentifierMember | undefined {
  if (code.startsWith('user.username_')) return 'username';
  if (code === 'user.email_already_in_use') return 'primaryEmail';
  return code === 'user.phone_already_in_use' || code === 'user.invalid_phone' ? 'primaryPhone' : undefined;
}

/** What the identifiers are called. */
export const identifierNames = {
  username: 'identifier.username',
  primaryEmail: 'identifier.email',
  primaryPhone: 'identifier.phone',
} as const satisfies Record<IdentifierMember, WordKey>;

/** What stands below the fields. */
export const identifierHints = {
  username: 'username.hint',
  primaryEmail: undefined,
  primaryPhone: 'identifier.phone_hint',
} as const satisfies Record<IdentifierMember, WordKey | undefined>;
