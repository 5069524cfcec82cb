import { expect, test } from 'vitest';
import { sha256 } from './hash.ts';
import { equalsInConstantTime } from './timing-safe.ts';

test('sha256 answers the published digest of "abc" (FIPS 180-4) for text and bytes', () => {
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sha256('abc').toString('hex')).toBe(digest);
  expect(sha256(new Uint8Array([97, 98, 99])).toString('hex')).toBe(digest);
  expect(sha256('é')).toEqual(sha256(Buffer.from('é', 'utf8')));
});

test.each<[string | Uint8Array, string | Uint8Array, boolean]>([
  ['', '', true],
  ['secret', 'secret', true],
  ['secret', Buffer.from('secret'), true],
  ['secret', 'secreT', false],
  ['secret', 'secre', false],
  ['', 'secret', false],
  [Buffer.from([1, 2]), Buffer.from([1, 2, 0]), false],
])('%j equals %j: %j', (a, b, equal) => {
  expect(equalsInConstantTime(a, b)).toBe(equal);
});
