import { expect, test } from 'vitest';
import { searchPattern } from './user-search.ts';

test.each([
  ['ada', '%ada%'],
  ['  ada@example.com ', '%ada@example.com%'],
  ['100%', '%100\\%%'],
  ['a_b', '%a\\_b%'],
  ['a\\b', '%a\\\\b%'],
  ['+886 912 345 678', '%886912345678%'],
  ['0912-345-678', '%912345678%'],
  ['ａｄａ', '%ada%'],
  ['12', '%12%'],
])('%s is looked for as %s', (typed, pattern) => expect(searchPattern(typed)).toBe(pattern));

test.each(['', '   ', '\0', '000'])('%j looks for nothing', typed => expect(searchPattern(typed)).toBeUndefined());

test('no pattern is longer than the server takes, nor ends in half an escape', () => {
  for (const typed of ['a'.repeat(1000), '%'.repeat(1000), `a${'%'.repeat(999)}`, '\\'.repeat(999)]) {
    const pattern = searchPattern(typed) ?? '';
    expect(pattern.length).toBeLessThanOrEqual(256);
    expect(pattern.slice(1, -1).replace(/\\[\\%_]/g, '')).not.toMatch(/[\\%_]/);
  }
});
