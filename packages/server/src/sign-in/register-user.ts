import type { SignInExperience } from '@freehold/contract';
import { newUserId } from '../lib/index.ts';
import { type InteractionContext, Problem } from '../operation/index.ts';
import { checkUsername, usernamePolicyForWrite } from '../sign-in-experience/index.ts';
import { addUser, emailColumns, type UserChange, usernameColumns } from '../users/index.ts';
import type { Step } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { judgeNewAccount, type NewAccount, newAccount } from './new-account.ts';
import { assertEventOpen } from './sign-in-mode.ts';
import { identityLink } from './social-user.ts';

/**
 * Creates the account that the person has put together in this interaction, and identifies them as its owner. Whether
 * somebody has its username, address or identity already is said to whoever has proven them; of parallel registrations
 * the constraints let one through.
 *
 * An account has nothing that was not proven: nobody can put a password, or an address of their own, beside an address
 * that another person will prove one day.
 */
export async function registerUser(
  { interactions, envelope }: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  { interaction, experience }: Step,
  verificationId: string | undefined,
): Promise<void> {
  assertEventOpen(settings, 'Register');
  if (experience.userId !== undefined) throw new Problem('session.identity_conflict');
  const { tenant, now } = context;
  const account = newAccount({ envelope }, tenant.id, experience, verificationId);
  judgeNewAccount(settings, account);
  const { clientId } = interaction;
  const userId = newUserId();
  await context.transaction(async ({ tx, emit }) => {
    // Shared until the transaction ends: an administrator may have changed it since the name was chosen.
    const policy = await usernamePolicyForWrite(tx, tenant.id);
    if (account.username !== undefined) checkUsername(account.username, policy);
    // They have made their account themselves, from this application.
    const origin = { actor: { kind: 'user', id: userId }, data: { by: 'registration', clientId } } as const;
    await addUser(
      { tx, emit: event => emit({ ...event, ...origin }) },
      {
        tenantId: tenant.id,
        user: { id: userId, ...columnsOf(account, policy.caseSensitive, now), application_id: clientId },
        link: account.social && identityLink({ envelope }, account.social),
        now,
        envelope,
      },
    );
  });
  // The digests have done their work: the account has its own, and the interaction need not hold them any longer.
  await interactions.saveExperience(interaction, { event: 'Register', verifications: [], userId });
}

function columnsOf(
  { username, email, phone, social, password }: NewAccount,
  caseSensitive: boolean,
  now: Date,
): UserChange {
  const { name, avatar } = social?.user ?? {};
  return {
    ...(username !== undefined && usernameColumns(username, caseSensitive)),
    ...(email !== undefined && emailColumns(email)),
    ...(phone !== undefined && { primary_phone: phone }),
    ...(name !== undefined && { name }),
    ...(avatar !== undefined && { avatar }),
    ...(password && {
      password_digest: password.digest,
      password_algorithm: password.algorithm,
      password_updated_at: now,
    }),
  };
}
