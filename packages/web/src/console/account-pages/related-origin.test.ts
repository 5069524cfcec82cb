import { expect, test } from 'vitest';
import { isBeginning, readOrigin } from './related-origin.ts';

const listed = ['https://listed.example'];

test.each([
  ['https://shop.example', 'https://shop.example'],
  ['  HTTPS://Shop.Example/ ', 'https://shop.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['https://shop.example:8443', 'https://shop.example:8443'],
  ['https://müller.example', 'https://xn--mller-kva.example'],
  ['https://intranet', 'https://intranet'],
  ['https://1.example', 'https://1.example'],
])('%s stands in the list as %s', (typed, origin) => expect(readOrigin(typed, listed)).toEqual({ origin }));

test.each([
  ['shop.example', 'scheme'],
  ['http://shop.example', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['https:shop.example', 'scheme'],
  ['', 'scheme'],
  ['https://', 'name'],
  ['https://shop .example', 'name'],
  ['https://*.shop.example', 'name'],
  ['https://192.0.2.1', 'name'],
  ['https://3221225985', 'name'],
  ['https://[2001:db8::1]', 'name'],
])('%s is no address: %s', (typed, problem) => expect(readOrigin(typed, listed)).toEqual({ problem }));

test.each([
  ['https://shop.example/sign-in', 'rest', 'https://shop.example'],
  ['https://shop.example?x', 'rest', 'https://shop.example'],
  ['https://shop.example#x', 'rest', 'https://shop.example'],
  ['https://listed.example@shop.example', 'rest', 'https://shop.example'],
  ['https://Listed.example/', 'twice', 'https://listed.example'],
])('%s is too much: %s', (typed, problem, origin) => expect(readOrigin(typed, listed)).toEqual({ problem, origin }));

test('who has only begun is not corrected', () => {
  for (const typed of ['', 'h', 'HTTPS:', 'https://']) expect(isBeginning(typed)).toBe(true);
  for (const typed of ['http://', 's', 'https://s']) expect(isBeginning(typed)).toBe(false);
});
