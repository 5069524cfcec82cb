import type { PageIdentifier } from '@freehold/contract';
import type { CommonKey } from '@freehold/messages';

/** What somebody says who they are by. */
export type Identifier = { readonly type: PageIdentifier; readonly value: string };

/**
 * Tells what somebody typed into the one identifier field: an email address, a phone number or a username.
 *
 * Full-width characters of Chinese and Japanese keyboards count as their usual forms. A phone number is sent
 * as digits with its country code; one that starts with the national 0 cannot be completed without guessing.
 */
export function readIdentifier(
  typed: string,
  methods: readonly PageIdentifier[],
): Identifier | { readonly problem: CommonKey } {
  const value = typed.normalize('NFKC').trim();
  if (value === '') return { problem: 'identifier.missing' };
  if (methods.includes('email') && value.includes('@')) return { type: 'email', value };
  if (methods.includes('phone') && /^\+?[\d\s().-]+$/.test(value)) {
    const digits = value.replace(/\D/g, '').replace(/^00/, '');
    if (digits.startsWith('0')) return { problem: 'identifier.phone_without_country' };
    return { type: 'phone', value: digits };
  }
  if (methods.includes('username')) return { type: 'username', value };
  return methods.includes('email')
    ? { problem: 'identifier.not_an_email' }
    : { problem: 'identifier.not_a_phone_number' };
}

/** The label of the identifier field for what the tenant accepts. */
export function identifierLabel(methods: readonly PageIdentifier[]): CommonKey {
  const [username, email, phone] = [methods.includes('username'), methods.includes('email'), methods.includes('phone')];
  if (username && email && phone) return 'identifier.username_email_phone';
  if (username && email) return 'identifier.username_email';
  if (username && phone) return 'identifier.username_phone';
  if (email && phone) return 'identifier.email_phone';
  if (email) return 'identifier.email';
  return phone ? 'identifier.phone' : 'identifier.username';
}
