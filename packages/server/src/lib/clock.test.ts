import { expect, test } from 'vitest';
import { createTestClock, systemClock } from './clock.ts';

test('the system clock tells the machine’s time', () => {
  const before = Date.now();
  const told = systemClock().getTime();
  expect(told).toBeGreaterThanOrEqual(before);
  expect(told).toBeLessThanOrEqual(Date.now());
});

test('a test clock stands still, moves only when told, and hands out dates of its own', () => {
  const start = new Date('2026-01-01T00:00:00.000Z');
  const clock = createTestClock(start);
  const first = clock();
  first.setFullYear(1999);
  start.setFullYear(1999);
  expect(clock().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  clock.advance(1500);
  expect(clock().toISOString()).toBe('2026-01-01T00:00:01.500Z');
  clock.advance(-2000);
  expect(clock().toISOString()).toBe('2025-12-31T23:59:59.500Z');
});
