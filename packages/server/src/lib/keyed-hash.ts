import { createHmac } from 'node:crypto';
import type { KeyRing, RingKey } from './key-ring.ts';

/** An HMAC-SHA-256 and the name of the key that made it. */
export interface KeyedHash {
  readonly keyId: string;
  /** 32 bytes. */
  readonly mac: Buffer;
}

function macOf(key: RingKey, purpose: string, value: string | Uint8Array): Buffer {
  return createHmac('sha256', key.derive(`keyed-hash:${purpose}`))
    .update(value)
    .digest();
}

/**
 * Hashes a value that is short enough to be guessed (a six-digit code), so that a copy of the database alone does not
 * reveal it. Put what the value belongs to (the record's id) into `value`: equal codes then hash differently.
 */
export function keyedHash(ring: KeyRing, purpose: string, value: string | Uint8Array): KeyedHash {
  return { keyId: ring.current.id, mac: macOf(ring.current, purpose, value) };
}

/**
 * The same hash, made by the key of the ring that is named: to be compared with what is stored. Undefined when the key
 * has left the ring. Where the comparison happens does not matter: without the key nobody can steer a hash towards the
 * stored one byte by byte, which is what a comparison in constant time is against.
 */
export function keyedHashBy(
  ring: KeyRing,
  keyId: string,
  purpose: string,
  value: string | Uint8Array,
): Buffer | undefined {
  const key = ring.find(keyId);
  return key && macOf(key, purpose, value);
}
