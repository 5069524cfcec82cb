import { afterEach, expect, test, vi } from 'vitest';
import { changesOf, conflictsOf, keepDraft, readDraft } from './draft.ts';

afterEach(() => vi.unstubAllGlobals());

function storage(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return kept;
}

const draft = { nickname: { typed: ' Countess ', before: 'Ada' }, website: { typed: '', before: 'https://a.example' } };

test('a save changes what differs, trimmed, and unsets what was emptied', () => {
  expect(changesOf(draft, { nickname: 'Ada', website: 'https://a.example' })).toEqual({
    nickname: 'Countess',
    website: null,
  });
  expect(changesOf(draft, { nickname: 'Countess', website: '' })).toEqual({});
});

test('a conflict is a field that changed meanwhile, to something else than what was typed', () => {
  expect(conflictsOf(draft, { nickname: 'Ada', website: 'https://a.example' })).toEqual([]);
  expect(conflictsOf(draft, { nickname: 'Lovelace', website: '' })).toEqual(['nickname']);
  expect(conflictsOf(draft, { nickname: 'Countess', website: 'https://b.example' })).toEqual(['website']);
});

test('a draft is kept for its form and its account alone, and forgotten when it is empty', () => {
  const kept = storage();
  keepDraft('u1', 'details', draft);
  expect(readDraft('u1', 'details')).toEqual(draft);
  expect(readDraft('u2', 'details')).toEqual({});
  expect(readDraft('u1', 'name')).toEqual({});
  keepDraft('u1', 'details', {});
  expect(kept.size).toBe(0);
});

test('a storage that is missing, broken or full of nonsense is no draft', () => {
  const kept = storage();
  kept.set('freehold:draft:u1:details', '{"nickname": 7, "website": {"typed": "a", "before": "b"}}');
  expect(readDraft('u1', 'details')).toEqual({ website: { typed: 'a', before: 'b' } });
  kept.set('freehold:draft:u1:details', 'nonsense');
  expect(readDraft('u1', 'details')).toEqual({});
  vi.stubGlobal('sessionStorage', undefined);
  expect(readDraft('u1', 'details')).toEqual({});
  expect(() => keepDraft('u1', 'details', draft)).not.toThrow();
});
