import { expect, test } from 'vitest';
import { images } from '../testing/images.ts';
import { imageType } from './image-type.ts';

test.each(Object.entries(images))('an image is known by its bytes: %s', (type, bytes) => {
  expect(imageType(bytes)).toBe(type);
});

test.each(Object.entries(images))('one that is cut off, or that something follows, is none: %s', (_, bytes) => {
  expect(imageType(bytes.subarray(0, -1))).toBeUndefined();
  expect(imageType(Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]))).toBeUndefined();
});

test.each([
  '',
  'GIF89a',
  'BM',
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<!doctype html><script>alert(1)</script>',
  '%PDF-1.7',
  'RIFF\u0004\u0000\u0000\u0000WAVE',
])('anything else is none: %j', text => {
  expect(imageType(Buffer.from(text, 'latin1'))).toBeUndefined();
});
