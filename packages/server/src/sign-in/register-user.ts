import type { SignInExperience } from '@freehold/contract';
import { newUserId } from '../lib/index.ts';
import { type InteractionContext, Problem } from '../operation/index.ts';
import { checkUsername, usernamePolicyForWrite } from '../sign-in-experience/index.ts';
import { addUser, usernameColumns } from '../users/index.ts';
import { passedVerification, type Step } from './experience.ts';
import type { ChosenPassword, Experience } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { assertUsernameSignUpOpen } from './sign-in-mode.ts';

/**
 * Creates the account that the person has put together in this interaction, and identifies them as its owner. Of
 * parallel registrations of one username the constraint lets one through.
 */
export async function registerUser(
  { interactions, envelope }: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  { interaction, experience }: Step,
  verificationId: string | undefined,
): Promise<void> {
  assertUsernameSignUpOpen(settings);
  if (experience.userId !== undefined) throw new Problem('session.identity_conflict');
  const { username, password } = chosenAccount(experience, verificationId);
  const { tenant, now } = context;
  const { clientId } = interaction;
  const userId = newUserId();
  await context.transaction(async ({ tx, emit }) => {
    // Shared until the transaction ends: an administrator may have changed it since the name was chosen.
    const policy = await usernamePolicyForWrite(tx, tenant.id);
    checkUsername(username, policy);
    // They have made their account themselves, from this application.
    const origin = { actor: { kind: 'user', id: userId }, data: { by: 'registration', clientId } } as const;
    await addUser(
      { tx, emit: event => emit({ ...event, ...origin }) },
      {
        tenantId: tenant.id,
        user: {
          id: userId,
          ...usernameColumns(username, policy.caseSensitive),
          password_digest: password.digest,
          password_algorithm: password.algorithm,
          password_updated_at: now,
          application_id: clientId,
        },
        now,
        envelope,
      },
    );
  });
  // The digests have done their work: the account has its own, and the interaction need not hold them any longer.
  await interactions.saveExperience(interaction, { event: 'Register', verifications: [], userId });
}

/** What the account will be made of: one named verification, or else the username and password chosen step by step. */
function chosenAccount(
  experience: Experience,
  verificationId: string | undefined,
): { username: string; password: ChosenPassword } {
  if (verificationId !== undefined) {
    const { identifier, password } = passedVerification(experience, 'NewPasswordIdentity', verificationId);
    return { username: identifier.value, password };
  }
  const { username, password } = experience.profile ?? {};
  if (username === undefined || password === undefined) {
    const missingProfile = [
      ...(username === undefined ? ['username'] : []),
      ...(password === undefined ? ['password'] : []),
    ];
    throw new Problem('user.missing_profile', { data: { missingProfile } });
  }
  return { username, password };
}
