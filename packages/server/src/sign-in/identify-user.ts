import type { signInRoutes } from '@freehold/contract';
import { type InteractionContext, type Operation, Problem, Reply } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findUser, type UserRow } from '../users/index.ts';
import { findStep, passedVerification, type Step } from './experience.ts';
import type { PasswordVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { registerUser } from './register-user.ts';
import { assertEventOpen } from './sign-in-mode.ts';

/** Says who signs in by a verification that was passed, or creates the account that was chosen. */
export const identifyUser =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['identifyUser']> =>
  async (context, { body }) => {
    const step = await findStep(needs.interactions, context);
    const settings = await loadSignInExperience(context.database, context.tenant.id);
    assertEventOpen(settings, step.experience.event);
    if (step.experience.event === 'Register') {
      await registerUser(needs, context, settings, step, body?.verificationId);
      return new Reply(undefined, { status: 201 });
    }
    await identifyExisting(needs, context, step, body?.verificationId);
    return new Reply(undefined, { status: 204 });
  };

async function identifyExisting(
  { interactions }: SignInNeeds,
  context: InteractionContext,
  { interaction, experience }: Step,
  verificationId: string | undefined,
): Promise<void> {
  const verification = passedVerification(experience, 'Password', verificationId);
  const { userId } = verification;
  if (experience.userId !== undefined && experience.userId !== userId) throw new Problem('session.identity_conflict');
  await findProven(context, verification);
  await interactions.saveExperience(interaction, { ...experience, userId });
}

/**
 * The user of a verification, as they are now: minutes may lie between a proof and its use.
 *
 * @throws Problem `session.verification_session_not_found` (404) when the account is gone or its password was changed:
 * whoever knew only the old one must not get in by having typed it in time; `user.suspended` (401)
 */
export async function findProven(
  { database, tenant }: InteractionContext,
  { userId, passwordUpdatedAt }: PasswordVerification,
): Promise<UserRow> {
  const user = await findUser(database, tenant.id, userId);
  if (!user || (user.password_updated_at?.getTime() ?? null) !== passwordUpdatedAt) {
    throw new Problem('session.verification_session_not_found');
  }
  if (user.is_suspended) throw new Problem('user.suspended');
  return user;
}
