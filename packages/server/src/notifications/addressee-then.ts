import type { ReadEvent } from '../events/index.ts';
import type { Addressee } from '../users/index.ts';

/**
 * A person as they could be reached when something happened. Notices are delivered later: whoever has taken an account over
 * changes its password and then takes its address away, and the owner must hear of both.
 *
 * @param later the changes of identifiers since, oldest first: the first one of an address says what it was before
 */
export function addresseeThen(user: Addressee, later: readonly ReadEvent[]): Addressee {
  const before = (identifier: 'email' | 'phone', now: string | null): string | null => {
    const change = later.find(({ personal }) => personal?.['identifier'] === identifier);
    if (!change) return now;
    const old = change.personal?.['old'];
    return typeof old === 'string' && old !== '' ? old : null;
  };
  return {
    ...user,
    primary_email: before('email', user.primary_email),
    primary_phone: before('phone', user.primary_phone),
  };
}
