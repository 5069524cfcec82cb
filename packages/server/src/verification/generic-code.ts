import { normalizeAddress } from './addresses.ts';
import type { Channel } from './code.ts';

/** What a code that a service sends is bound to: the address, and no record. */
export interface GenericCode {
  readonly id: string;
  readonly channel: Channel;
  readonly address: string;
  /** As the service has written it. */
  readonly value: string;
}

/** The code of the body of a request, which has one of the two. */
export function genericCode(body: { email: string } | { phone: string }): GenericCode {
  const [channel, value] = 'email' in body ? (['email', body.email] as const) : (['phone', body.phone] as const);
  const address = normalizeAddress(channel, value);
  // No id of a record has a colon: a code of the one is never taken for one of the other.
  return { id: `generic:${channel}:${address}`, channel, address, value: channel === 'email' ? value : address };
}
