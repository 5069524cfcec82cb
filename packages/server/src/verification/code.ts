import { randomInt } from 'node:crypto';
import { type KeyedHash, type KeyRing, keyedHash, keyedHashBy } from '../lib/index.ts';

/** How a message with a code travels; also the method of a proof by it. */
export type Channel = 'email' | 'phone';

/** What a code is bound to: it is worth nothing for another record or address. */
export interface CodeBinding {
  readonly tenantId: string;
  readonly id: string;
  readonly channel: Channel;
  /** Normalized. */
  readonly address: string;
}

const purpose = 'verification-code';
const bound = ({ tenantId, id, channel, address }: CodeBinding, code: string): string =>
  JSON.stringify([tenantId, id, channel, address, code]);

/** Six decimal digits, each code as likely as any other. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** What is kept of a code. Six digits are soon guessed from a plain hash: without the installation's key it says nothing. */
export const hashCode = (keys: KeyRing, binding: CodeBinding, code: string): KeyedHash =>
  keyedHash(keys, purpose, bound(binding, code));

/** The hash that a right code has under the key of a stored one; undefined when that key has left the ring. */
export const hashCodeBy = (keys: KeyRing, keyId: string, binding: CodeBinding, code: string): Buffer | undefined =>
  keyedHashBy(keys, keyId, purpose, bound(binding, code));
