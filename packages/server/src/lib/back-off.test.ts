import { describe, expect, test } from 'vitest';
import { backOff } from './back-off.ts';

const least = (attempts: number) => backOff(attempts, () => 0);
const most = (attempts: number) => backOff(attempts, () => 1);

describe('the back-off', () => {
  test('comes back within 15 seconds the first time, then three times later each time', () => {
    expect([least(1), most(1)]).toEqual([8_000, 12_000]);
    expect([least(2), most(2)]).toEqual([24_000, 36_000]);
    expect([least(5), most(5)]).toEqual([648_000, 972_000]);
  });

  test('never waits longer than about six hours, however often it failed', () => {
    for (const attempts of [9, 12, 1000]) expect(most(attempts)).toBe(7.2 * 3_600_000);
  });

  test('is not the same twice', () => {
    const waits = new Set(Array.from({ length: 20 }, () => backOff(3)));
    expect(waits.size).toBeGreaterThan(10);
  });
});
