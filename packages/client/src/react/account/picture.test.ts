import { expect, test } from 'vitest';
import { foreignHost, shownPicture } from './picture.ts';

const origin = 'https://id.example.com';

test.each([
  ['https://id.example.com/a.png', 'https://id.example.com/a.png'],
  ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
  ['data:text/html,<script>', undefined],
  ['data:image/svg+xml,<svg/>', undefined],
  ['https://id.example.com.evil.example/a.png', undefined],
  ['https://id.example.com:8443/a.png', undefined],
  ['http://id.example.com/a.png', undefined],
  ['javascript:alert(1)', undefined],
  ['//id.example.com/a.png', undefined],
  ['', undefined],
  [null, undefined],
])('%s is loaded: %s', (address, shown) => {
  expect(shownPicture(address, origin)).toBe(shown);
});

test('names the host of a picture that is not loaded, and no other', () => {
  expect(foreignHost('https://pictures.example/a.png', origin)).toBe('pictures.example');
  expect(foreignHost('https://id.example.com/a.png', origin)).toBeUndefined();
  expect(foreignHost('nonsense', origin)).toBeUndefined();
  expect(foreignHost(null, origin)).toBeUndefined();
});
