import { Problem } from '../operation/index.ts';
import { checkLength, emailKey, normalizePhone } from '../users/index.ts';
import type { Channel } from './code.ts';

/** Longest number that a code can be sent to. */
const MAX_PHONE = 32;

/**
 * The one form of an address or number: what codes are bound to, sends are counted on and addresses are compared by.
 * Digits that are no valid number stay as they are; they can be nobody's.
 */
export const normalizeAddress = (channel: Channel, value: string): string =>
  channel === 'email' ? emailKey(value) : (normalizePhone(value) ?? value);

/** @throws Problem 422 `entity.value_too_long` for an address or number that no code is sent to */
export function checkAddressLength(channel: Channel, value: string): void {
  if (channel === 'email') checkLength('email', value);
  else if (value.length > MAX_PHONE) {
    throw new Problem('entity.value_too_long', { data: { message: `phone is longer than ${MAX_PHONE} digits` } });
  }
}
