import { describe, expect, test } from 'vitest';
import { CustomData, Email } from './formats.ts';

const accepts = (schema: typeof Email | typeof CustomData, value: unknown) => schema.safeParse(value).success;

describe('custom data', () => {
  // `{"a":""}` are eight characters of one byte each.
  test.each([
    ['one byte', 'x', 65_528],
    ['two bytes', 'é', 32_764],
    ['three bytes', '帳', 21_842],
    ['four bytes', '😀', 16_382],
  ])('is bounded in bytes, by characters of %s', (_, character, most) => {
    expect(accepts(CustomData, { a: character.repeat(most) })).toBe(true);
    expect(accepts(CustomData, { a: character.repeat(most + 1) })).toBe(false);
  });
});

describe('an email address', () => {
  test.each(['a@b.co', "o'hara+tag@example.co.uk", '日本@例え.jp', 'ａ＠ｂ.co', ' padded@b.co '])(
    '%j is one',
    value => {
      expect(accepts(Email, value)).toBe(true);
    },
  );

  test.each([
    ['a zero-width space', 'a\u200b@b.co'],
    ['a byte order mark within', 'a\ufeff@b.co'],
    ['a soft hyphen', 'a\u00ad@b.co'],
    ['a change of direction', 'a\u202e@b.co'],
    ['a control character', 'a\u0007@b.co'],
    ['a NUL', 'a\0@b.co'],
    ['half of a character', 'a\ud800@b.co'],
  ])('%s in it, which nobody sees, makes it none', (_, value) => {
    expect(accepts(Email, value)).toBe(false);
  });
});
