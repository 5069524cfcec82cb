import type { signInRoutes } from '@freehold/contract';
import { findAccountCenter } from '../account-center/index.ts';
import type { Transaction } from '../database/database.ts';
import { checkPassword } from '../factors/index.ts';
import { sha256 } from '../lib/index.ts';
import { type InteractionContext, type Operation, Problem } from '../operation/index.ts';
import { endAllSessions } from '../sessions/index.ts';
import { loadSignInExperience, passwordPolicyOf } from '../sign-in-experience/index.ts';
import { listIdentityTargets, lockUser, storedPassword, type UserRow, updateUser } from '../users/index.ts';
import { forgetProofs, unlock, userTarget } from '../verification/index.ts';
import { findStep, passedVerification, type Step } from './experience.ts';
import type { CodeVerification } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { findStillProven } from './proven-user.ts';
import { anyCode } from './sign-in-codes.ts';
import { assertEventOpen, openChannels } from './sign-in-mode.ts';

/**
 * Replaces a forgotten password, for whoever has proven the address of the account by a code that was sent for it.
 *
 * Whoever had got into the account is put out with it: sessions and tokens (unless the tenant keeps them), and always the
 * proofs, changes of an address and recoveries that are under way. It signs nobody in: the new password does.
 */
export const resetPassword =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['resetPassword']> =>
  async (context, { body: { password } }) => {
    const step = await findStep(needs.interactions, context);
    const { proof, userId } = await recoveryOf(needs, context, step);
    const seen = await findStillProven(context, needs, proof, userId);
    await judge(needs, context, password, seen);
    const { digest, algorithm } = await needs.hasher.hash(password);
    const { tenant, now } = context;
    await context.transaction(async ({ tx, emit }) => {
      const user = await lockUser(tx, tenant.id, userId);
      // Changed in the moment between: another recovery was faster, or the address is theirs no more.
      const isAsSeen =
        user?.password_digest === seen.password_digest && addressOf(user, proof) === addressOf(seen, proof);
      if (!user || !isAsSeen) throw new Problem('session.verification_session_not_found');
      if (user.is_suspended) throw new Problem('user.suspended');
      const credential = {
        password_digest: digest,
        password_algorithm: algorithm,
        password_updated_at: now,
        password_expired: false,
      };
      await updateUser(tx, tenant.id, user, credential, now);
      const endedSessions = await endWhatWasOpen(context, tx, userId, step.interaction.uid);
      await emit({
        type: 'credential-change',
        userId,
        actor: { kind: 'user', id: userId },
        data: {
          credential: 'password',
          change: user.password_digest === null ? 'create' : 'update',
          interactionEvent: 'ForgotPassword',
          by: proof.identifier.type,
          endedSessions,
          // What else opens the account, for its owner to look through: somebody else may have added to it.
          alsoSignsInWith: [...identifiersOf(user), ...(await listIdentityTargets(tx, tenant.id, userId))],
        },
      });
    });
    await needs.interactions.saveExperience(step.interaction, {
      ...{ event: 'ForgotPassword', verifications: [], passwordReset: true },
    });
    return undefined;
  };

/** The proof that the code of the message was entered; without it there is no way here. */
async function recoveryOf(
  needs: SignInNeeds,
  context: InteractionContext,
  { experience }: Step,
): Promise<{ proof: CodeVerification; userId: string }> {
  const { event, userId, identifiedBy } = experience;
  if (event !== 'ForgotPassword') throw new Problem('request.feature_not_supported');
  if (userId === undefined) throw new Problem('session.identifier_not_found');
  const proof = passedVerification(experience, anyCode, identifiedBy);
  const settings = await loadSignInExperience(context.database, context.tenant.id);
  assertEventOpen(settings, event);
  const open = await openChannels(needs, context, settings);
  if (!open[proof.identifier.type]) throw new Problem('user.sign_in_method_not_enabled');
  return { proof, userId };
}

async function judge(
  { hasher, breachCheck }: SignInNeeds,
  { database, tenant }: InteractionContext,
  password: string,
  user: UserRow,
): Promise<void> {
  const { username, name, primary_email: primaryEmail, primary_phone: primaryPhone } = user;
  const policy = passwordPolicyOf(await loadSignInExperience(database, tenant.id));
  const issues = await checkPassword(password, policy, { username, name, primaryEmail, primaryPhone }, { breachCheck });
  if (issues.length > 0) throw new Problem('password.rejected', { data: issues });
  const stored = storedPassword(user);
  if (stored && (await hasher.verify(password, stored))) throw new Problem('user.same_password');
}

/** Returns how many sessions were ended. */
async function endWhatWasOpen(
  { tenant, now }: InteractionContext,
  tx: Transaction,
  userId: string,
  interactionUid: string,
): Promise<number> {
  const account = { tenantId: tenant.id, userId, now };
  const { end_other_sessions: ends } = await findAccountCenter(tx, tenant.id);
  // The person goes on to sign in from where they are.
  const ended = ends ? await endAllSessions(tx, { ...account, exceptInteraction: sha256(interactionUid) }) : 0;
  await forgetProofs(tx, tenant.id, userId);
  // Whoever was locked out for not knowing the old password knows the new one.
  await unlock(tx, tenant.id, [userTarget(userId)]);
  return ended;
}

const addressOf = (user: UserRow, { identifier }: CodeVerification): string | null =>
  identifier.type === 'email' ? user.email_key : user.primary_phone;

const identifiersOf = (user: UserRow): string[] => [
  ...(user.username === null ? [] : ['username']),
  ...(user.primary_email === null ? [] : ['email']),
  ...(user.primary_phone === null ? [] : ['phone']),
];
