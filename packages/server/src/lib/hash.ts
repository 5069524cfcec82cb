import { hash } from 'node:crypto';

/**
 * SHA-256 of a text's UTF-8 bytes or of bytes: 32 bytes.
 *
 * The one-shot `hash` of Node spares the stream object of `createHash`. For random values of 128 bits and more (tokens,
 * session ids) only: a value that can be guessed needs `keyedHash` or a password hash.
 */
export function sha256(value: string | Uint8Array): Buffer {
  return hash('sha256', value, 'buffer');
}
