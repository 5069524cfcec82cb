import { describe, expect, test } from 'vitest';
import { newId, newRecordId, newSecret, newTimeOrderedId, newUserId } from './ids.ts';

/** Pearson's statistic of how far the symbols are from equally frequent. */
function chiSquare(text: string, symbols: number): number {
  const counts = new Map<string, number>();
  for (const symbol of text) {
    counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  expect(counts.size).toBe(symbols);
  const expected = text.length / symbols;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('random identifiers', () => {
  test.each([
    ['a user’s', newUserId, /^[0-9a-z]{12}$/],
    ['a record’s', newRecordId, /^[0-9a-z]{21}$/],
    ['one of a given length', () => newId(5), /^[0-9a-z]{5}$/],
    ['a secret', () => newSecret(43), /^[0-9A-Za-z]{43}$/],
  ])('%s has its form', (_, make, form) => {
    for (let i = 0; i < 500; i += 1) {
      expect(make()).toMatch(form);
    }
  });

  test('they do not repeat, across many refills of the pool', () => {
    const made = Array.from({ length: 20_000 }, newUserId);
    expect(new Set(made).size).toBe(made.length);
  });

  // Without the rejection of high bytes the first symbols come 8/7 (36) and 5/4 (62) times as often: the statistic is then
  // above 600. By chance it exceeds 110 (35 degrees of freedom) or 150 (61) less than once in 10^8 runs.
  test('every symbol is as frequent as every other', () => {
    expect(chiSquare(newId(200_000), 36)).toBeLessThan(110);
    expect(chiSquare(newSecret(200_000), 62)).toBeLessThan(150);
  });
});

describe('time-ordered identifiers', () => {
  const at = (milliseconds: number) => new Date(Date.UTC(2026, 0, 1) + milliseconds);

  test('sort by time, and within one millisecond by the order in which they were made', () => {
    const made: string[] = [];
    for (let millisecond = 0; millisecond < 20; millisecond += 1) {
      for (let i = 0; i < 50; i += 1) {
        made.push(newTimeOrderedId(at(millisecond)));
      }
    }
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    expect(made.every(id => /^[0-9a-z]{21}$/.test(id))).toBe(true);
  });

  test('are unique for the same moment told twice', () => {
    const first = Array.from({ length: 100 }, () => newTimeOrderedId(at(5)));
    newTimeOrderedId(at(6));
    const second = Array.from({ length: 100 }, () => newTimeOrderedId(at(5)));
    expect(new Set([...first, ...second]).size).toBe(200);
  });

  test('keep their length until the year 5000 and refuse a moment that is none', () => {
    expect(newTimeOrderedId(new Date('4999-12-31T23:59:59Z'))).toHaveLength(21);
    expect(() => newTimeOrderedId(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => newTimeOrderedId(new Date(-1))).toThrow(RangeError);
  });
});
