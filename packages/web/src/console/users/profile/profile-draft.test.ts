import { expect, test } from 'vitest';
import { changedFields, clashes, draftOf, layOver, patchOf } from './profile-draft.ts';

const user = { name: 'Ada', profile: { nickname: 'A', address: { locality: 'London', country: 'UK' } } };

test('what is typed back is no change', () => {
  const before = draftOf(user);
  expect(changedFields(before, { ...before })).toEqual([]);
  expect(patchOf(user, before, [])).toEqual({});
});

test('only what was changed is sent over what is there now', () => {
  const before = draftOf(user);
  const draft = { ...before, website: 'https://ada.example', 'address.country': '', nickname: '' };
  const changed = changedFields(before, draft);
  // Somebody else has set the gender meanwhile.
  const now = { profile: { ...user.profile, gender: 'f' } };
  expect(patchOf(now, draft, changed)).toEqual({
    profile: { gender: 'f', website: 'https://ada.example', address: { locality: 'London' } },
  });
});

test('an address without members is no address, and an empty name is none', () => {
  const before = draftOf(user);
  const draft = { ...before, name: '', 'address.country': '', 'address.locality': '' };
  expect(patchOf(user, draft, changedFields(before, draft))).toEqual({ name: null, profile: { nickname: 'A' } });
});

test('only the same field with another value is a conflict; what is kept is laid over what is there now', () => {
  const before = draftOf(user);
  const mine = { ...before, nickname: 'Addie', website: 'https://ada.example' };
  expect(clashes(before, mine, { ...before, gender: 'f' })).toBe(false);
  expect(clashes(before, mine, { ...before, nickname: 'Addie' })).toBe(false);
  const theirs = { ...before, nickname: 'Countess', gender: 'f' };
  expect(clashes(before, mine, theirs)).toBe(true);
  expect(layOver(before, mine, theirs)).toEqual({ ...mine, gender: 'f' });
});
