import { expect, test } from 'vitest';
import { visibleJson } from './visible-json.ts';

test('what would turn the text around, or not be seen, is written out, and the JSON stays the same', () => {
  const value = { name: '\u202Egnp.exe\u200b', other: '王小明 👨‍👩‍👧 <b>\u0000' };
  const shown = visibleJson(value);
  expect(shown).toContain('\\u202egnp.exe\\u200b');
  expect(shown).toContain('王小明');
  expect(shown).toContain('<b>\\u0000');
  expect(JSON.parse(shown)).toEqual(value);
});
