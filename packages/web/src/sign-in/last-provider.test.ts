import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { comeFrom, keepLastProvider, lastProvider, recallLastProvider } from './last-provider.ts';

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  comeFrom(undefined);
  recallLastProvider();
});
afterEach(() => vi.unstubAllGlobals());

/** What the next page says. */
function next(): string | undefined {
  recallLastProvider();
  return lastProvider();
}

test('a provider is the last one once the sign-in is made, not before', () => {
  comeFrom('google');
  expect(next()).toBeUndefined();
  keepLastProvider();
  expect(next()).toBe('google');
  expect([...kept.values()]).toEqual(['google']);
});

test('a sign-in without a provider leaves none', () => {
  comeFrom('google');
  keepLastProvider();
  comeFrom(undefined);
  expect(next()).toBe('google');
  keepLastProvider();
  expect(next()).toBeUndefined();
  expect(kept.size).toBe(0);
});

test('a browser that keeps nothing still signs people in', () => {
  const refuse = () => {
    throw new Error('not here');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  comeFrom('google');
  keepLastProvider();
  expect(next()).toBeUndefined();
});
