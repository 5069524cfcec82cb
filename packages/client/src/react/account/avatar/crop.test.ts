import { expect, test } from 'vitest';
import { pulled, roomIn, squareOf, wholeCrop, zoomed } from './crop.ts';

const wide = { width: 400, height: 200 };

test('begins in the middle with all that fits into a square', () => {
  expect(squareOf(wide, wholeCrop)).toEqual({ x: 100, y: 0, side: 200 });
});

test('never leaves the picture, however far it is pulled or enlarged', () => {
  for (const zoom of [1, 1.5, 4]) {
    for (const by of [-9, -0.3, 0, 0.2, 9]) {
      const { x, y, side } = squareOf(wide, pulled(wide, { ...wholeCrop, zoom }, by, by));
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + side).toBeLessThanOrEqual(wide.width);
      expect(y + side).toBeLessThanOrEqual(wide.height);
    }
  }
});

test('shows what was left of it when it is pulled to the right', () => {
  expect(squareOf(wide, pulled(wide, wholeCrop, 0.25, 0)).x).toBe(50);
  expect(squareOf(wide, pulled(wide, wholeCrop, 0, 0.25)).y).toBe(0);
});

test('is at least the whole and at most four times as large', () => {
  expect(zoomed(wholeCrop, 0.5).zoom).toBe(1);
  expect(zoomed(wholeCrop, 100).zoom).toBe(4);
});

test('can be moved where there is more of the picture', () => {
  expect(roomIn(wide, wholeCrop)).toEqual({ across: true, down: false });
  expect(roomIn({ width: 9, height: 9 }, wholeCrop)).toEqual({ across: false, down: false });
  expect(roomIn({ width: 9, height: 9 }, { ...wholeCrop, zoom: 1.1 })).toEqual({ across: true, down: true });
});
