import { expect, test } from 'vitest';
import { changedFields, draftOf, patchOf } from './profile-draft.ts';

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
