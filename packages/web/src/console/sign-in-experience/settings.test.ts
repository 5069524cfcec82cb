import type { SignInExperience } from '@freehold/contract';
import { describe, expect, test } from 'vitest';
import { lockOut } from './lock-out.ts';
import { changedMembers, refusals, tabOf, withIdentifiers, withMethod } from './settings.ts';

const username = { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true } as const;
const email = { identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false } as const;

const shipped = {
  tenantId: 'default',
  id: 'default',
  color: { primaryColor: '#2456d6', isDarkModeEnabled: true, darkPrimaryColor: '#8fb0ff' },
  signIn: { methods: [username] },
  signUp: { identifiers: ['username'], password: true, verify: false },
  socialSignInConnectorTargets: [],
  passwordPolicy: {
    length: { min: 8, max: 256 },
    characterTypes: { min: 1 },
    rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: [] },
  },
  sentinelPolicy: { maxAttempts: 100, lockoutDuration: 60 },
  verificationCodePolicy: { expirationDuration: 600, maxRetryAttempts: 10 },
  messageRateLimitPolicy: { perRecipient: 10, perUser: 30, perOrigin: 300, windowSeconds: 600 },
  usernamePolicy: {
    caseSensitive: true,
    minLength: 1,
    maxLength: 128,
    allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
  },
  termsOfUseUrl: null,
  supportEmail: null,
} as unknown as SignInExperience;

describe('what is sent', () => {
  test('are members that differ, each as a whole', () => {
    const usernamePolicy = { ...shipped.usernamePolicy, minLength: 3 };
    const edits = { usernamePolicy, color: { ...shipped.color }, supportEmail: 'help@example.com' };
    expect(changedMembers(shipped, edits)).toEqual({ usernamePolicy, supportEmail: 'help@example.com' });
  });

  test('is nothing where everything was typed back', () => {
    expect(changedMembers(shipped, { signIn: { methods: [{ ...username }] }, termsOfUseUrl: null })).toEqual({});
  });
});

test('a path is on the tab of its member', () => {
  expect([tabOf('passwordPolicy.length.min'), tabOf('color'), tabOf('mfa.factors'), tabOf('')]).toEqual([
    'security',
    'brand',
    undefined,
    undefined,
  ]);
});

describe('what cannot be sent', () => {
  test('nothing of what is shipped', () => expect(refusals(shipped)).toEqual({}));

  test('numbers that are none, or beyond what the server takes', () => {
    const settings = {
      ...shipped,
      sentinelPolicy: { maxAttempts: Number.NaN, lockoutDuration: 0 },
      verificationCodePolicy: { expirationDuration: 59, maxRetryAttempts: 2.5 },
    };
    expect(refusals(settings)).toEqual({
      'sentinelPolicy.maxAttempts': { is: 'range', min: 1, max: 1000 },
      'sentinelPolicy.lockoutDuration': { is: 'range', min: 1, max: 525_600 },
      'verificationCodePolicy.expirationDuration': { is: 'range', min: 60, max: 3600 },
      'verificationCodePolicy.maxRetryAttempts': { is: 'range', min: 1, max: 100 },
    });
  });

  test('lengths that cross, usernames that cannot begin, colours that are none', () => {
    const settings = {
      ...shipped,
      passwordPolicy: { ...shipped.passwordPolicy, length: { min: 20, max: 10 } },
      usernamePolicy: {
        ...shipped.usernamePolicy,
        minLength: 9,
        maxLength: 8,
        allowedChars: { lowercase: false, uppercase: false, numbers: true, underscore: false },
      },
      color: { ...shipped.color, primaryColor: 'blue', darkPrimaryColor: '#FFF' },
    };
    expect(refusals(settings)).toEqual({
      'passwordPolicy.length.max': { is: 'least_over_most' },
      'usernamePolicy.maxLength': { is: 'least_over_most' },
      'usernamePolicy.allowedChars': { is: 'no_first_letter' },
      'color.primaryColor': { is: 'color' },
    });
  });
});

describe('ways to sign in', () => {
  test('one is added, changed where it stands, and gone when it proves nothing', () => {
    const both = withMethod([username], email);
    expect(both).toEqual([username, email]);
    expect(withMethod(both, { ...username, password: false })).toEqual([email]);
    const changed = withMethod(both, { ...email, password: true, isPasswordPrimary: false });
    expect(changed).toEqual([username, { ...email, password: true, isPasswordPrimary: false }]);
  });

  test('a password alone comes first', () => {
    const alone = { ...email, password: true, verificationCode: false, isPasswordPrimary: false };
    expect(withMethod([], alone)).toEqual([{ ...alone, isPasswordPrimary: true }]);
    expect(withMethod([], { ...email, isPasswordPrimary: true })).toEqual([email]);
  });
});

test('an address that an account begins with is proven, and not asked for again later', () => {
  const signUp = {
    ...shipped.signUp,
    secondaryIdentifiers: [{ identifier: 'email' as const, verify: true }, { identifier: 'phone' as const }],
  };
  expect(withIdentifiers(signUp, ['username', 'email'])).toEqual({
    identifiers: ['username', 'email'],
    password: true,
    verify: true,
    secondaryIdentifiers: [{ identifier: 'phone' }],
  });
  expect(withIdentifiers({ ...signUp, verify: true }, [])).toMatchObject({ identifiers: [], verify: false });
});

describe('the lock-out check', () => {
  const reach = { senders: { email: false, phone: false }, targets: ['google'] };
  const judge = (methods: SignInExperience['signIn']['methods'], targets: string[], here: typeof reach = reach) =>
    lockOut({ ...shipped, signIn: { methods }, socialSignInConnectorTargets: targets }, here);

  test('no way at all is refused', () => expect(judge([], [])).toBe('none'));
  test('a password opens', () => expect(judge([username], [])).toBeUndefined());
  test('codes that nothing can send open nothing', () => {
    expect(judge([email], [])).toBe('codesUnsent');
    expect(judge([email], ['gone'])).toBe('codesUnsent');
    expect(judge([email], [], { ...reach, senders: { email: false, phone: true } })).toBe('codesUnsent');
    expect(judge([email], [], { ...reach, senders: { email: true, phone: false } })).toBeUndefined();
  });
  test('a provider opens where it is connected', () => {
    expect(judge([], ['gone'])).toBe('providersGone');
    expect(judge([], ['gone', 'google'])).toBeUndefined();
    expect(judge([email], ['google'])).toBeUndefined();
  });
});
