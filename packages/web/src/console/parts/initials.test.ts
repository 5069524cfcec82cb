import { expect, test } from 'vitest';
import { groundOf, initialsOf } from './initials.ts';

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['  Ada   King  Lovelace ', 'AL'],
  ['王小明', '小明'],
  ['李白', '李白'],
  ['山田 太郎', '太郎'],
  ['O’Brien', 'O'],
  ['1234', ''],
  ['👨‍👩‍👧‍👦', ''],
  ['', ''],
])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

test('one person has one colour', () => {
  expect(groundOf('abc')).toBe(groundOf('abc'));
  expect(groundOf('abc')).toMatch(/^#[0-9a-f]{6}$/);
});
