import { Profile } from '@freehold/contract';
import { expect, test } from 'vitest';
import { addressTexts, changedFields, draftOf, layOver, patchOf, profileTexts } from './profile-draft.ts';

const user = { name: 'Ada', profile: { nickname: 'A', address: { locality: 'London', country: 'UK' } } };

test('the form has every member of a profile: what it sends replaces the whole', () => {
  const { address, ...texts } = Profile.shape;
  expect([...profileTexts].sort()).toEqual(Object.keys(texts).sort());
  expect([...addressTexts].sort()).toEqual(Object.keys(address.unwrap().shape).sort());
});

test('what is typed back is no change', () => {
  const before = draftOf(user);
  expect(changedFields(before, { ...before })).toEqual([]);
  expect(patchOf(before, { ...before })).toEqual({});
});

test('of name and profile only what was changed is sent, and of the profile all of it', () => {
  const before = draftOf(user);
  expect(patchOf(before, { ...before, name: 'Countess' })).toEqual({ name: 'Countess' });
  const draft = { ...before, website: 'https://ada.example', 'address.country': '' };
  expect(patchOf(before, draft)).toEqual({
    profile: { nickname: 'A', website: 'https://ada.example', address: { locality: 'London' } },
  });
});

test('an address without members is no address, and an empty name is none', () => {
  const before = draftOf(user);
  const draft = { ...before, name: '', 'address.country': '', 'address.locality': '' };
  expect(patchOf(before, draft)).toEqual({ name: null, profile: { nickname: 'A' } });
});

test('what is kept is laid over what is there now', () => {
  const before = draftOf(user);
  const mine = { ...before, nickname: 'Addie', website: 'https://ada.example' };
  const theirs = { ...before, nickname: 'Countess', gender: 'f' };
  expect(layOver(before, mine, theirs)).toEqual({ ...mine, gender: 'f' });
});
