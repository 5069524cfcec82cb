import { Problem } from '../operation/index.ts';
import { checkLength, normalizePhone } from '../users/index.ts';
import { type Channel, normalizeAddress } from '../verification/index.ts';
import { phoneDigits } from './typed-identifier.ts';

/** Where a code goes. */
export interface CodeAddress {
  readonly channel: Channel;
  /** Normalized: what the code is bound to, and what users are found by. */
  readonly address: string;
  /** As it is written to, and as a new account will have it. */
  readonly value: string;
}

/**
 * The address of somebody who types it on a page. Who has it plays no part.
 *
 * @throws Problem 422 `user.invalid_phone` for digits that are no number anywhere, `entity.value_too_long`
 */
export function codeAddress({ type, value }: { readonly type: Channel; readonly value: string }): CodeAddress {
  if (type === 'email') {
    checkLength('email', value);
    return { channel: type, address: normalizeAddress(type, value), value };
  }
  const phone = normalizePhone(phoneDigits(value));
  if (phone === undefined) throw new Problem('user.invalid_phone');
  return { channel: type, address: phone, value: phone };
}
