import { describe, expect, it } from 'vitest';
import { plain } from './plain.ts';

describe('text of people and applications', () => {
  it.each([
    ['O’Brien', 'O’Brien'],
    ['𠮷野家', '𠮷野家'],
    ['العربية', 'العربية'],
    ['\u202Egnp.exe', 'gnp.exe'],
    ['a\u2066b\u2069\u200F\u0000c\n', 'abc'],
    ['e\u0301\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301\u0301'],
    ['a\uD800b', 'a\uFFFDb'],
    [' ', ''],
  ])('%j stands as %j', (value, shown) => {
    expect(plain(value)).toBe(shown);
  });

  it('is cut between characters, never through one', () => {
    expect(plain('🙂'.repeat(5), 3)).toBe('🙂🙂🙂…');
    expect(plain('🙂'.repeat(3), 3)).toBe('🙂🙂🙂');
  });
});
