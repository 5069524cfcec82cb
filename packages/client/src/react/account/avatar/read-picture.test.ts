import { maxAvatarBytes } from '@freehold/contract';
import { expect, test } from 'vitest';
import { mostBytes, pictureTypes, readPicture } from './read-picture.ts';

const bitmap = {} as ImageBitmap;
const drawn = async () => bitmap;
const fileOf = (size: number, type: string) =>
  Object.defineProperty(new File([], 'me', { type }), 'size', { value: size });

test('says the limit that the server has', () => {
  expect(mostBytes).toBe(maxAvatarBytes);
});

test.each(pictureTypes)('takes %s as large as the server does, and not a byte more', async type => {
  expect(await readPicture(fileOf(mostBytes, type), drawn)).toEqual({ bitmap, type });
  expect(await readPicture(fileOf(mostBytes + 1, type), drawn)).toBe('avatar.too_large');
});

test.each(['image/svg+xml', 'image/heic', 'application/pdf', 'text/html', ''])('takes no %j', async type => {
  expect(await readPicture(fileOf(9, type), drawn)).toBe('avatar.unreadable');
});

test('does not believe a file that calls itself a picture', async () => {
  expect(await readPicture(fileOf(9, 'image/png'), () => Promise.reject(new Error('none')))).toBe('avatar.unreadable');
});
