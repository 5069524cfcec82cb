import { timingSafeEqual } from 'node:crypto';
import { sha256 } from './hash.ts';

/**
 * Whether two texts or byte arrays are equal, in a time that tells nothing about where they differ.
 *
 * `timingSafeEqual` throws on different lengths, and an early `return` would tell the length; the digests are always of
 * one length.
 */
export function equalsInConstantTime(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}
