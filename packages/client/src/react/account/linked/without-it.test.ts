import type { Account, PublicSignInExperience } from '@freehold/contract';
import { expect, test } from 'vitest';
import { neededBeforeUnlinking } from './without-it.ts';

const nothing = { username: null, primaryEmail: null, primaryPhone: null, hasPassword: false };
const google = { google: { userId: '1' } };
const byPassword = {
  identifier: 'username',
  password: true,
  verificationCode: false,
  isPasswordPrimary: true,
} as const;
const byCode = { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false } as const;

test.each<[string, Partial<Account>, string | undefined]>([
  ['nothing else', {}, 'another_way'],
  ['another linked account', { identities: { ...google, github: { userId: '2' } } }, undefined],
  ['an address that codes go to', { primaryEmail: 'ada@example.com' }, undefined],
  ['a username without a password', { username: 'ada' }, 'password'],
  ['a username with a password', { username: 'ada', hasPassword: true }, undefined],
  ['a phone number that nobody signs in with', { primaryPhone: '886912345678', hasPassword: true }, 'another_way'],
  ['an address that is hidden', { primaryEmail: undefined }, undefined],
  ['a username, and whether there is a password is hidden', { username: 'ada', hasPassword: undefined }, undefined],
])('with %s', (_, more, needed) => {
  const account = { ...nothing, identities: google, ...more } as Account;
  const experience = { signIn: { methods: [byPassword, byCode] } } as unknown as PublicSignInExperience;
  expect(neededBeforeUnlinking({ account, experience }, 'google')).toBe(needed);
});
