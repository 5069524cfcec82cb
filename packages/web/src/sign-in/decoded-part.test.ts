import { expect, test } from 'vitest';
import { decodedPart } from './decoded-part.ts';

test.each([
  ['social%3Agoogle', 'social:google'],
  ['%E0%A4%A', '%E0%A4%A'],
  ['100%', '100%'],
  [undefined, ''],
])('the part %s of a path says %s', (part, said) => {
  expect(decodedPart(part)).toBe(said);
});
