import { expect, test } from 'vitest';
import { hideTexts } from './hide-texts.ts';

const options = { mask: '[hidden]', shortest: 4 };

test('hides each secret wherever it stands', () => {
  expect(hideTexts('key-1 and key-2, key-1', ['key-1', 'key-2'], options)).toBe('[hidden] and [hidden], [hidden]');
});

test('leaves nothing of a secret that holds another', () => {
  expect(hideTexts('tokenAndMore', ['token', 'tokenAndMore'], options)).toBe('[hidden]');
});

test('leaves what is too short to be one', () => {
  expect(hideTexts('a bc def', ['a', 'bc', 'def', ''], options)).toBe('a bc def');
});
