import type { SignInExperience } from '@freehold/contract';
import { type InteractionContext, Problem } from '../operation/index.ts';
import { findUser, findUserByIdentifier, findUserByIdentity, type UserRow } from '../users/index.ts';
import { normalizeAddress } from '../verification/index.ts';
import type { CodeVerification, PasswordVerification, SocialVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { assertCodeSignInOpen, assertPasswordSignInOpen, assertSocialSignInOpen } from './sign-in-mode.ts';
import { openIdentity } from './social-proof.ts';

/** A proof that somebody who has an account can give. */
export type ProofOfUser = PasswordVerification | CodeVerification | SocialVerification;

/** The types of {@link ProofOfUser}. */
export const proofsOfUsers = ['Password', 'EmailVerificationCode', 'PhoneVerificationCode', 'Social'] as const;

/**
 * Whose proof it is, as they are now: minutes may lie between a proof and its use, and its use and the end of the sign-in.
 * Undefined when it is nobody's (any more): the account is gone, the password has been changed, the address or the
 * identity has another owner. Whoever knew an old password, or read a code that was asked for before a new one was set,
 * must not get in by having proven it in time.
 */
export async function findProvenUser(
  { database, tenant }: Pick<InteractionContext, 'database' | 'tenant'>,
  { envelope }: Pick<SignInNeeds, 'envelope'>,
  proof: ProofOfUser,
): Promise<UserRow | undefined> {
  switch (proof.type) {
    case 'Password': {
      const user = await findUser(database, tenant.id, proof.userId);
      return user && passwordAge(user) === proof.passwordUpdatedAt ? user : undefined;
    }
    case 'EmailVerificationCode':
    case 'PhoneVerificationCode': {
      const { type, value } = proof.identifier;
      const user = await findUserByIdentifier(database, tenant.id, type, normalizeAddress(type, value));
      if (user && (passwordAge(user) ?? 0) > proof.sentAt) throw new Problem('session.verification_session_not_found');
      return user;
    }
    case 'Social': {
      if (!proof.identity) return undefined;
      const { target, user } = openIdentity(envelope, tenant.id, proof.identity);
      return findUserByIdentity(database, tenant.id, { target, id: user.id, issuer: user.issuer });
    }
  }
}

const passwordAge = ({ password_updated_at: at }: UserRow): number | null => at?.getTime() ?? null;

/**
 * The same of somebody who was identified before.
 * @throws Problem `session.verification_session_not_found` (404) when the proof is theirs no more, `user.suspended` (401)
 */
export async function findStillProven(
  context: Pick<InteractionContext, 'database' | 'tenant'>,
  needs: Pick<SignInNeeds, 'envelope'>,
  proof: ProofOfUser,
  userId: string,
): Promise<UserRow> {
  const user = await findProvenUser(context, needs, proof);
  if (user?.id !== userId) throw new Problem('session.verification_session_not_found');
  if (user.is_suspended) throw new Problem('user.suspended');
  return user;
}

/**
 * Refuses a proof that the tenant has ceased to sign people in with since it was given.
 * @throws Problem `user.sign_in_method_not_enabled` (422)
 */
export function assertProofOpen(settings: SignInExperience, proof: ProofOfUser): void {
  switch (proof.type) {
    case 'Password':
      assertPasswordSignInOpen(settings, proof.identifier.type);
      break;
    case 'EmailVerificationCode':
    case 'PhoneVerificationCode':
      assertCodeSignInOpen(settings, proof.identifier.type);
      break;
    case 'Social':
      assertSocialSignInOpen(settings, proof.identity?.target ?? '');
  }
}
