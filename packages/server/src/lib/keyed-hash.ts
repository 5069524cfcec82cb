import { createHmac, timingSafeEqual } from 'node:crypto';
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

/** Whether `value` is what was hashed, in constant time; false when the key has left the ring. */
export function matchesKeyedHash(
  ring: KeyRing,
  purpose: string,
  value: string | Uint8Array,
  stored: { readonly keyId: string; readonly mac: Uint8Array },
): boolean {
  const key = ring.find(stored.keyId);
  if (key === undefined) {
    return false;
  }
  const mac = macOf(key, purpose, value);
  return mac.length === stored.mac.length && timingSafeEqual(mac, stored.mac);
}
