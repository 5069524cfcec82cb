import { SignInExperience } from '@freehold/contract';
import { expect, it } from 'vitest';
import { settingsInForce, shippedSignInExperience } from './defaults.ts';

it('ships settings that the contract accepts', () => {
  const settings = { tenantId: 't', id: 'default', ...settingsInForce({}) };
  expect(SignInExperience.parse(settings)).toEqual(settings);
});

it('lays overrides over the shipped settings and fills partial policies up', () => {
  const settings = settingsInForce({
    signInMode: 'SignIn',
    passwordPolicy: { length: { min: 12 }, rejects: { words: ['freehold'] } },
    sentinelPolicy: { maxAttempts: 2 },
  });
  expect(settings).toEqual({
    ...shippedSignInExperience,
    signInMode: 'SignIn',
    passwordPolicy: {
      length: { min: 12, max: 256 },
      characterTypes: { min: 1 },
      rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: ['freehold'] },
    },
    sentinelPolicy: { maxAttempts: 2, lockoutDuration: 60 },
  });
});

it('does not let an undefined member hide a default', () => {
  expect(settingsInForce({ sentinelPolicy: { maxAttempts: undefined }, mfa: undefined })).toEqual(
    shippedSignInExperience,
  );
});
