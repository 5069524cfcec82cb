import { describe, expect, test } from 'vitest';
import { matchesWildcard } from './wildcard.ts';

describe('a pattern with *', () => {
  test.each<[string, string, boolean]>([
    ['', '', true],
    ['a', '', false],
    ['', '*', true],
    ['abc', 'abc', true],
    ['abc', 'ab', false],
    ['abc', 'abcd', false],
    ['abc', '*', true],
    ['abc', 'a*', true],
    ['abc', '*c', true],
    ['abc', 'a*c', true],
    ['abc', 'a*b*c', true],
    ['abc', '**a**b**c**', true],
    ['abc', 'b*', false],
    ['abc', '*b', false],
    ['abc', 'abc*', true],
    ['abc', '*abc', true],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['abcbc', 'a*bc', true],
    ['aXbXc', 'a*X*X*c', true],
    ['aXbc', 'a*X*X*c', false],
    ['aabaabaaab', '*aabaaab', true],
    ['xaabaabaaaby', '*aabaaab*y', true],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['aaa', 'a+', false],
    ['abc', '[abc]*', false],
  ])('%j matches %j: %j', (text, pattern, expected) => {
    expect(matchesWildcard(text, pattern)).toBe(expected);
  });

  test('says what trying every way says', () => {
    const slow = (text: string, pattern: string): boolean => {
      if (pattern === '') return text === '';
      if (pattern[0] === '*') {
        return Array.from({ length: text.length + 1 }, (_, i) => text.slice(i)).some(rest =>
          slow(rest, pattern.slice(1)),
        );
      }
      return text[0] === pattern[0] && slow(text.slice(1), pattern.slice(1));
    };
    const words = (alphabet: string, longest: number): string[] =>
      longest === 0 ? [''] : ['', ...words(alphabet, longest - 1).flatMap(word => [...alphabet].map(a => a + word))];
    const texts = [...new Set(words('ab', 5))];
    const patterns = [...new Set(words('ab*', 5))];
    for (const pattern of patterns) {
      for (const text of texts) {
        if (matchesWildcard(text, pattern) !== slow(text, pattern)) expect([text, pattern]).toBe('alike');
      }
    }
    expect(texts.length * patterns.length).toBeGreaterThan(20_000);
  });

  test.each([
    ['many stars', '*a'.repeat(128)],
    ['a long piece that nearly fits', `*${'a'.repeat(127)}b*`],
    ['stars alone', '*'.repeat(256)],
    ['a piece that repeats itself', `*${'ab'.repeat(60)}a*c`],
  ])('takes time that grows with its length only: %s', (_, pattern) => {
    const text = `${'a'.repeat(254)}!`;
    const time = (rounds: number) => {
      const before = process.cpuUsage();
      for (let i = 0; i < rounds; i++) matchesWildcard(text, pattern);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    time(100);
    // A thousand items of a list, all of them the worst: milliseconds of CPU time, with room for a slow machine.
    expect(time(1000)).toBeLessThan(100);
  });
});
