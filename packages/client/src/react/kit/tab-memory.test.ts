import { afterEach, expect, test, vi } from 'vitest';
import { tabMemory } from './tab-memory.ts';

afterEach(() => vi.unstubAllGlobals());

test('a tab keeps a value until it is dropped', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  tabMemory.keep('draft', { typed: 'Ada' });
  expect(tabMemory.kept('draft')).toEqual({ typed: 'Ada' });
  kept.set('spoilt', '{');
  expect([tabMemory.kept('spoilt'), tabMemory.kept('nothing')]).toEqual([undefined, undefined]);
  tabMemory.drop('draft');
  expect(tabMemory.kept('draft')).toBeUndefined();
});

test('a browser that refuses to keep anything keeps nobody from going on', () => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('The operation is insecure', 'SecurityError');
    },
  });
  try {
    tabMemory.keep('draft', {});
    tabMemory.drop('draft');
    expect(tabMemory.kept('draft')).toBeUndefined();
  } finally {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  }
});
