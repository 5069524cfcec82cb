import { emailKey, normalizePhone } from '../users/index.ts';
import type { Channel } from './code.ts';

/**
 * The one form of an address or number: what codes are bound to, sends are counted on and addresses are compared by.
 * Digits that are no valid number stay as they are; they can be nobody's.
 */
export const normalizeAddress = (channel: Channel, value: string): string =>
  channel === 'email' ? emailKey(value) : (normalizePhone(value) ?? value);
