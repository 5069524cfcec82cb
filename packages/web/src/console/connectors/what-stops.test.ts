import type { SignInExperience } from '@freehold/contract';
import { expect, test } from 'vitest';
import { whatStops } from './what-stops.ts';

const settings = (change: Partial<SignInExperience> = {}): SignInExperience =>
  ({
    signIn: {
      methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }],
    },
    signUp: { identifiers: ['username'], password: true, verify: false },
    signInMode: 'SignInAndRegister',
    socialSignInConnectorTargets: ['google'],
    forgotPasswordMethods: null,
    ...change,
  }) as SignInExperience;

test('a mail server takes with it what needs a code, as far as the settings use one', () => {
  const email = { type: 'Email', target: 'smtp' } as const;
  expect(whatStops(email, settings())).toEqual(['recovery', 'proofs', 'notices']);
  const byCode: Partial<SignInExperience> = {
    signIn: { methods: [{ identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false }] },
    signUp: { identifiers: ['email'], password: false, verify: true },
  };
  expect(whatStops(email, settings(byCode))).toEqual(['codeSignIn', 'register', 'proofs', 'notices']);
  expect(whatStops(email, settings({ ...byCode, signInMode: 'SignIn' }))).toEqual(['codeSignIn', 'proofs', 'notices']);
  expect(
    whatStops({ type: 'Sms', target: 'x' }, settings({ forgotPasswordMethods: ['EmailVerificationCode'] })),
  ).toEqual(['proofs', 'notices']);
});

test('a provider takes signing in with it where it is offered', () => {
  expect(whatStops({ type: 'Social', target: 'google' }, settings())).toEqual(['socialSignIn', 'linking']);
  expect(whatStops({ type: 'Social', target: 'github' }, settings())).toEqual(['linking']);
});
