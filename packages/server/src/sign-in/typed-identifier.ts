import type { UsernamePolicy } from '@freehold/contract';
import { emailKey, type IdentifierType, normalizePhone, usernameKey } from '../users/index.ts';

/** An identifier as somebody typed it. */
export interface TypedIdentifier {
  readonly type: IdentifierType;
  readonly value: string;
}

/**
 * The form in which an identifier is unique, of what a person typed: full-width letters of East Asian keyboards become
 * their usual forms, a phone number loses `+`, `00`, spaces and brackets. What is no such identifier at all has a form
 * that nobody has, and is answered like any unknown one.
 */
export function typedIdentifierKey({ type, value }: TypedIdentifier, policy: UsernamePolicy): string {
  const typed = value.normalize('NFKC').trim();
  switch (type) {
    case 'username':
      return usernameKey(typed, policy.caseSensitive);
    case 'email':
      return emailKey(typed);
    case 'phone': {
      const digits = phoneDigits(value);
      return normalizePhone(digits) ?? digits;
    }
  }
}

/** The digits of a phone number as people type it, without the two zeros that some dial before the country. */
export const phoneDigits = (value: string): string => value.normalize('NFKC').replace(/\D/g, '').replace(/^00/, '');
