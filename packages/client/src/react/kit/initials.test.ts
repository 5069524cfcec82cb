import { describe, expect, test } from 'vitest';
import { avatarColor, avatarColors, initials } from './initials.ts';

describe('the letters of a name', () => {
  test.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['Ada Augusta King Lovelace', 'AL'],
    ['  Ada   Lovelace ', 'AL'],
    ['“Ada” (Lovelace)', 'AL'],
    ['O’Brien', 'O'],
    ['王小明', '小明'],
    ['歐陽娜娜', '娜娜'],
    ['王明', '王明'],
    ['王', '王'],
    ['𠮷野家', '野家'],
    ['山田 太郎', '太郎'],
    ['さくら', 'くら'],
    ['김민준', '민준'],
    ['Élodie Żak', 'ÉŻ'],
    ['مريم العربية', 'ما'],
    ['Ada 王小明', 'A王'],
    ['👨‍👩‍👧‍👦', ''],
    ['', ''],
    [' ', ''],
    ['12345', ''],
    ['🎉 Ada 🎉', 'A'],
    ['Z\u0337\u0321\u0327\u0328algo', 'Z\u0337'],
    ['https://evil.example', 'H'],
  ])('%s: %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('the colour of an account', () => {
  test('is always the same, and one of twelve', () => {
    expect(avatarColor('u1')).toBe(avatarColor('u1'));
    const used = new Set(Array.from({ length: 500 }, (_, at) => avatarColor(`user${at * 7919}`)));
    expect([...used].sort()).toEqual([...avatarColors].sort());
  });

  test('is there for an account without an id', () => {
    expect(avatarColors).toContain(avatarColor(''));
  });

  test('lets white be read on it', () => {
    const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const luminance = (color: string) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
        channel(Number.parseInt(color.slice(at, at + 2), 16) / 255),
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    for (const color of avatarColors) expect(1.05 / (luminance(color) + 0.05), color).toBeGreaterThan(5.8);
  });
});
