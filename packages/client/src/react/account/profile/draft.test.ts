import { expect, test } from 'vitest';
import { changesOf, conflictsOf } from './draft.ts';

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
