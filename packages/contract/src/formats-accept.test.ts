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
  test.each([
    'a@b.co',
    "o'hara+tag@example.co.uk",
    '日本@例え.jp',
    'नाम@उदाहरण.भारत',
    'a@xn--r8jz45g.jp',
    "!#$%&'*+-/=?^_`{|}~@b.co",
    'a@i❤.ws',
    'ａ＠ｂ.co',
    ' padded@b.co ',
  ])('%j is one', value => {
    expect(accepts(Email, value)).toBe(true);
  });

  test.each([
    ['a zero-width space', 'a\u200b@b.co'],
    ['a byte order mark within', 'a\ufeff@b.co'],
    ['a soft hyphen', 'a\u00ad@b.co'],
    ['a change of direction', 'a\u202e@b.co'],
    ['a control character', 'a\u0007@b.co'],
    ['a NUL', 'a\0@b.co'],
    ['half of a character', 'a\ud800@b.co'],
    ['a joiner that domains drop', 'a@b\u034f.co'],
    ['a variation selector', 'a\ufe0f@b.co'],
    ['a filler', 'a\u3164@b.co'],
  ])('%s in it, which nobody sees, makes it none', (_, value) => {
    expect(accepts(Email, value)).toBe(false);
  });

  // A mail server would take the first five to b.co or a@b.co, the last ones to a domain that is listed otherwise.
  test.each([
    ['a group', 'x:a@b.co'],
    ['a comment', 'a(x)@b.co'],
    ['a comment before it', '(x)a@b.co'],
    ['a comment behind it', 'a@b.co(x)'],
    ['a quoted sign', 'a\\@b.co@c.co'],
    ['two', 'a@b.co,c@d.co'],
    ['two with a line between them', 'a@b.co\nc@d.co'],
    ['a second header', 'a@b.co\r\nbcc: c@d.co'],
    ['a name beside it', 'A <a@b.co>'],
    ['a network address', 'a@[127.0.0.1]'],
    ['a network address with a dot', 'a@[127.0.0.1].co'],
    ['a port', 'a@b.co:25'],
    ['a path', 'a@b.co/x'],
    ['an encoded letter', 'a@%62.co'],
    ['a dot at the end', 'a@b.co.'],
    ['two dots', 'a@b..co'],
    ['a dot at the start', 'a@.b.co'],
    ['an ideographic dot', 'a@c。b.co'],
    ['a half-width ideographic dot', 'a@c｡b.co'],
    ['nothing behind the sign', 'a@'],
    ['a name alone', 'a@localhost'],
  ])('%s is none', (_, value) => {
    expect(accepts(Email, value)).toBe(false);
  });
});
