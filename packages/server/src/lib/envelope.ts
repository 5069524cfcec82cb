import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type KeyRing, keyIdOf } from './key-ring.ts';

const VERSION = 'v1';
const PURPOSE = 'envelope';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const DATA_KEY_BYTES = 32;
const BASE64URL = /^[A-Za-z0-9_-]*$/;

/**
 * What a ciphertext belongs to: table, tenant, row, column. It is not stored, only authenticated: a ciphertext that is
 * copied to another row or tenant does not open there. Parts are kept apart, so `['ab', 'c']` is not `['a', 'bc']`.
 */
export type Aad = string | readonly [string, ...string[]];

/** The ciphertext does not open: it was changed, moved, cut, or its key is not known. Which of them is not told. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError';

  constructor() {
    super('The ciphertext cannot be opened.');
  }
}

/** Encrypts with the first key of a ring and decrypts with any of them. */
export interface Envelope {
  /** Encrypts text (as UTF-8) or bytes to `v1.<key id>.<iv>.<tag>.<data>`. */
  seal(plain: string | Uint8Array, aad: Aad): string;
  /** @throws DecryptionError */
  open(ciphertext: string, aad: Aad): Buffer;
  /** As `open`, read as UTF-8. @throws DecryptionError */
  openText(ciphertext: string, aad: Aad): string;
  /** Whether a key other than the first made it. @throws DecryptionError when it is not a ciphertext */
  needsRotation(ciphertext: string): boolean;
  /** The same content under the first key. @throws DecryptionError */
  rewrap(ciphertext: string, aad: Aad): string;
  /** A new key for one owner's data, and the ciphertext that keeps it. Destroying `wrapped` destroys the data. */
  newDataKey(aad: Aad): { key: Buffer; wrapped: string };
  /** The data key again. @throws DecryptionError */
  openDataKey(wrapped: string, aad: Aad): Buffer;
}

function encodeAad(aad: Aad): Buffer {
  if (aad.length === 0) {
    throw new TypeError('A ciphertext has to belong to something.');
  }
  return Buffer.from(JSON.stringify(aad));
}

function encrypt(key: Uint8Array, keyId: string, plain: string | Uint8Array, aad: Aad): string {
  const header = `${VERSION}.${keyId}`;
  // A random 96-bit IV is safe for 2^32 ciphertexts a key (NIST SP 800-38D, 8.3), far above what a ring key seals.
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(encodeAad(aad));
  const start = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  const data = Buffer.concat([start, cipher.final()]);
  return [header, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), data.toString('base64url')].join(
    '.',
  );
}

interface Parts {
  keyId: string;
  iv: Buffer;
  tag: Buffer;
  data: Buffer;
}

function parse(ciphertext: string): Parts {
  const [version, keyId, iv, tag, data, ...rest] = ciphertext.split('.');
  const known = version === VERSION && rest.length === 0;
  if (!known || keyId === undefined || iv === undefined || tag === undefined || data === undefined) {
    throw new DecryptionError();
  }
  if (!BASE64URL.test(iv) || !BASE64URL.test(tag) || !BASE64URL.test(data)) {
    throw new DecryptionError();
  }
  return {
    keyId,
    iv: Buffer.from(iv, 'base64url'),
    tag: Buffer.from(tag, 'base64url'),
    data: Buffer.from(data, 'base64url'),
  };
}

function decrypt(key: Uint8Array, { iv, tag, data }: Parts, aad: Aad): Buffer {
  const associated = encodeAad(aad);
  try {
    // Without the length GCM takes a tag of four bytes as such, and 2^32 attempts forge one.
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(associated);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    throw new DecryptionError();
  }
}

/** Makes the envelope of a ring: AES-256-GCM (NIST SP 800-38D) under a key derived for this purpose alone. */
export function createEnvelope(ring: KeyRing): Envelope {
  const seal: Envelope['seal'] = (plain, aad) => encrypt(ring.current.derive(PURPOSE), ring.current.id, plain, aad);

  const open: Envelope['open'] = (ciphertext, aad) => {
    const parts = parse(ciphertext);
    const key = ring.find(parts.keyId);
    if (key === undefined) {
      throw new DecryptionError();
    }
    return decrypt(key.derive(PURPOSE), parts, aad);
  };

  return {
    seal,
    open,
    openText: (ciphertext, aad) => open(ciphertext, aad).toString('utf8'),
    needsRotation: ciphertext => parse(ciphertext).keyId !== ring.current.id,
    rewrap: (ciphertext, aad) => seal(open(ciphertext, aad), aad),
    newDataKey(aad) {
      const key = randomBytes(DATA_KEY_BYTES);
      return { key, wrapped: seal(key, aad) };
    },
    openDataKey(wrapped, aad) {
      const key = open(wrapped, aad);
      if (key.length !== DATA_KEY_BYTES) {
        throw new DecryptionError();
      }
      return key;
    },
  };
}

/** Encrypts under a data key; the ciphertext has the same form and names the data key. */
export function sealWithDataKey(key: Uint8Array, plain: string | Uint8Array, aad: Aad): string {
  return encrypt(key, keyIdOf(key), plain, aad);
}

/** Opens what `sealWithDataKey` made. @throws DecryptionError */
export function openWithDataKey(key: Uint8Array, ciphertext: string, aad: Aad): Buffer {
  const parts = parse(ciphertext);
  if (parts.keyId !== keyIdOf(key)) {
    throw new DecryptionError();
  }
  return decrypt(key, parts, aad);
}
