import type { SignInExperience } from '@freehold/contract';
import { Problem } from '../operation/index.ts';
import type { Experience } from './interactions.ts';

/**
 * Refuses what the tenant's `signInMode` closes.
 *
 * @throws Problem `auth.forbidden` (403); `request.feature_not_supported` (422) for a forgotten password: there is no
 * second way to prove oneself yet
 */
export function assertEventOpen({ signInMode }: SignInExperience, event: Experience['event']): void {
  if (event === 'ForgotPassword') throw new Problem('request.feature_not_supported');
  if (signInMode === (event === 'Register' ? 'SignIn' : 'Register')) throw new Problem('auth.forbidden');
}

/**
 * Refuses to make an account of a username and a password where the tenant does not offer it.
 *
 * @throws Problem `auth.forbidden` (403) where nobody may register, `user.sign_in_method_not_enabled` (422)
 */
export function assertUsernameSignUpOpen(settings: SignInExperience): void {
  assertEventOpen(settings, 'Register');
  const { identifiers, password } = settings.signUp;
  if (!identifiers.includes('username') || !password) throw new Problem('user.sign_in_method_not_enabled');
}

/**
 * Refuses an identifier that does not sign in with a password.
 *
 * @throws Problem `user.sign_in_method_not_enabled` (422)
 */
export function assertPasswordSignInOpen(settings: SignInExperience, identifier: 'username' | 'email' | 'phone'): void {
  const method = settings.signIn.methods.find(method => method.identifier === identifier);
  if (!method?.password) throw new Problem('user.sign_in_method_not_enabled');
}
