import { expect, it } from 'vitest';
import { digitsOf } from './typed-code.ts';

it.each([
  ['482913', '482913'],
  ['482 913', '482913'],
  ['482-913', '482913'],
  ['４８２９１３', '482913'],
  ['Your code is 482913.', '482913'],
  ['4829137', '482913'],
  ['48a2', '482'],
  ['', ''],
])('reads %j as %j', (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});
