import { hkdfSync } from 'node:crypto';
import { sha256 } from './hash.ts';

const KEY_BYTES = 32;
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;

/** A master key: never used itself, only keys that are derived from it for one purpose each. */
export interface RingKey {
  /** 16 hexadecimal characters derived from the key, stored beside what the key protects. */
  readonly id: string;
  /** The 32-byte key for one purpose (HKDF-SHA-256, RFC 5869): what one purpose leaks does not help with another. */
  derive(purpose: string): Buffer;
}

/** The master keys of an installation: the first protects what is new, all of them read what is old. */
export interface KeyRing {
  readonly current: RingKey;
  find(keyId: string): RingKey | undefined;
}

/** The name of a key: the start of a SHA-256 over a label and the key, so that nobody has to number keys. */
export function keyIdOf(key: Uint8Array): string {
  return sha256(Buffer.concat([Buffer.from('key-id'), key]))
    .subarray(0, 8)
    .toString('hex');
}

function createRingKey(master: Buffer): RingKey {
  const derived = new Map<string, Buffer>();
  return {
    id: keyIdOf(master),
    derive(purpose) {
      let key = derived.get(purpose);
      if (key === undefined) {
        key = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, KEY_BYTES));
        derived.set(purpose, key);
      }
      return key;
    },
  };
}

/**
 * Reads a comma-separated list of keys, each the base64 of 32 bytes. To rotate, put the new key in front, re-encrypt,
 * then drop the old one.
 *
 * @throws TypeError that names the place in the list, never the key.
 */
export function createKeyRing(keys: string): KeyRing {
  const ring = new Map<string, RingKey>();
  for (const [index, text] of keys.split(',').entries()) {
    const encoded = text.trim();
    const master = Buffer.from(encoded, 'base64');
    // Node's decoder skips what it does not know, so a typing error would make a shorter key, not an error.
    if (!BASE64_OF_32_BYTES.test(encoded) || master.length !== KEY_BYTES) {
      throw new TypeError(`Key ${index + 1} of the list is not the base64 of ${KEY_BYTES} bytes.`);
    }
    const key = createRingKey(master);
    ring.set(key.id, key);
  }
  const [current] = ring.values();
  if (current === undefined) {
    throw new TypeError('The list of keys is empty.');
  }
  return { current, find: keyId => ring.get(keyId) };
}
