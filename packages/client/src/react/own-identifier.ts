import type { Account } from '@freehold/contract';
import type { Identifier } from './kit/index.ts';

/** What a password manager most likely keeps the password of an account under. */
export function ownIdentifier({ username, primaryEmail, primaryPhone }: Account): Identifier | undefined {
  if (username) return { type: 'username', value: username };
  if (primaryEmail) return { type: 'email', value: primaryEmail };
  return primaryPhone ? { type: 'phone', value: primaryPhone } : undefined;
}
