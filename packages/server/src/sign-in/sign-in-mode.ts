import type { SignInExperience } from '@freehold/contract';
import { Problem } from '../operation/index.ts';
import { forgotPasswordChannels, registrationOpen, type SendingChannels } from '../sign-in-experience/index.ts';
import type { IdentifierType } from '../users/index.ts';
import type { Channel } from '../verification/index.ts';
import type { Experience } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';

const notEnabled = () => new Problem('user.sign_in_method_not_enabled');

/**
 * Refuses what the tenant's `signInMode` closes.
 *
 * @throws Problem `auth.forbidden` (403)
 */
export function assertEventOpen({ signInMode }: SignInExperience, event: Experience['event']): void {
  if (signInMode === (event === 'Register' ? 'SignIn' : 'Register')) throw new Problem('auth.forbidden');
}

/**
 * The same before the event begins: a forgotten password has a way only where a code can be sent.
 *
 * @throws Problem `auth.forbidden` (403), `user.sign_in_method_not_enabled` (422)
 */
export async function assertEventCanBegin(
  { findSenders }: Pick<SignInNeeds, 'findSenders'>,
  { database, tenant }: Parameters<typeof openChannels>[1],
  settings: SignInExperience,
  event: Experience['event'],
): Promise<void> {
  assertEventOpen(settings, event);
  if (event !== 'ForgotPassword') return;
  const { email, phone } = await openChannels({ findSenders }, { database, tenant }, settings);
  if (!email && !phone) throw notEnabled();
}

/** Where a code for a forgotten password can go. */
export const openChannels = async (
  { findSenders }: Pick<SignInNeeds, 'findSenders'>,
  {
    database,
    tenant,
  }: { readonly database: Parameters<SignInNeeds['findSenders']>[0]; readonly tenant: { id: string } },
  settings: SignInExperience,
): Promise<SendingChannels> => forgotPasswordChannels(settings, await findSenders(database, tenant.id));

/** Identifiers that a new account may have, by the sign-up settings. */
export function signUpIdentifiers({ signUp }: SignInExperience): ReadonlySet<IdentifierType> {
  const secondary = (signUp.secondaryIdentifiers ?? []).flatMap(({ identifier }) =>
    identifier === 'emailOrPhone' ? (['email', 'phone'] as const) : [identifier],
  );
  return new Set([...signUp.identifiers, ...secondary]);
}

/** Whether an account can be made of an identifier. */
export const signsUpWith = (settings: SignInExperience, identifier: IdentifierType): boolean =>
  registrationOpen(settings) && signUpIdentifiers(settings).has(identifier);

/**
 * Refuses to give a new account an identifier that the tenant does not offer.
 *
 * @throws Problem `auth.forbidden` (403) where nobody may register, `user.sign_in_method_not_enabled` (422)
 */
export function assertSignUpOpen(settings: SignInExperience, identifier: IdentifierType): void {
  assertEventOpen(settings, 'Register');
  if (!signUpIdentifiers(settings).has(identifier)) throw notEnabled();
}

/** The same for a password. */
export function assertPasswordSignUpOpen(settings: SignInExperience): void {
  assertEventOpen(settings, 'Register');
  if (!settings.signUp.password) throw notEnabled();
}

/**
 * Refuses an identifier that does not sign in with a password.
 *
 * @throws Problem `user.sign_in_method_not_enabled` (422)
 */
export function assertPasswordSignInOpen(settings: SignInExperience, identifier: IdentifierType): void {
  if (!methodOf(settings, identifier)?.password) throw notEnabled();
}

/** The same for codes. */
export function assertCodeSignInOpen(settings: SignInExperience, identifier: Channel): void {
  if (!methodOf(settings, identifier)?.verificationCode) throw notEnabled();
}

/** The same for providers: a connector that is there for linking alone signs nobody in. */
export function assertSocialSignInOpen(settings: SignInExperience, target: string): void {
  if (!settings.socialSignInConnectorTargets.includes(target)) throw notEnabled();
}

const methodOf = ({ signIn }: SignInExperience, identifier: IdentifierType) =>
  signIn.methods.find(method => method.identifier === identifier);
