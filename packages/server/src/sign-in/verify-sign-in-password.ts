import type { signInRoutes } from '@freehold/contract';
import { findUserKey } from '../events/index.ts';
import { newRecordId } from '../lib/index.ts';
import { type InteractionContext, type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience, sentinelPolicyOf, usernamePolicyOf } from '../sign-in-experience/index.ts';
import { findUserByIdentifier, rehashPassword, storedPassword, type UserRow } from '../users/index.ts';
import { guardAndSettle, releaseAttempt, strangerTarget, userTarget, type Verdict } from '../verification/index.ts';
import { findStep, withVerification } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { assertEventOpen, assertPasswordSignInOpen } from './sign-in-mode.ts';
import { typedIdentifierKey } from './typed-identifier.ts';

/**
 * Verifies an identifier and a password. Nothing in the answer tells an identifier that nobody has from a wrong
 * password: not the status, not the lock after too many tries, not the time (one hash each).
 */
export const verifySignInPassword =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['verifySignInPassword']> =>
  async (context, { body: { identifier, password } }) => {
    const { interactions, hasher, keys } = needs;
    const { database, tenant } = context;
    const { interaction, experience } = await findStep(interactions, context);
    const settings = await loadSignInExperience(database, tenant.id);
    assertEventOpen(settings, 'SignIn');
    assertPasswordSignInOpen(settings, identifier.type);

    const key = typedIdentifierKey(identifier, usernamePolicyOf(settings));
    const user = await findUserByIdentifier(database, tenant.id, identifier.type, key);
    const proven = await guardAndSettle(
      context,
      {
        target: user ? userTarget(user.id) : strangerTarget(keys, identifier.type, key),
        pool: 'credentials',
        policy: sentinelPolicyOf(settings),
        failure: {
          type: 'sign-in-failed',
          userId: user?.id,
          data: { method: 'password', identifier: identifier.type },
        },
      },
      () => judge(context, needs, user, password),
      async (proven, [attempt]) => {
        await releaseAttempt(database, attempt);
        return proven;
      },
    );
    // Told only to somebody who knows the password: to others it would tell that the account exists.
    if (proven.is_suspended) throw new Problem('user.suspended');
    await rehashPassword(context, hasher, proven, password);

    const id = newRecordId();
    await interactions.saveExperience(
      interaction,
      withVerification(experience, {
        id,
        type: 'Password',
        identifier,
        userId: proven.id,
        passwordUpdatedAt: proven.password_updated_at?.getTime() ?? null,
        verified: true,
      }),
    );
    return { verificationId: id };
  };

async function judge(
  { database, tenant }: InteractionContext,
  { hasher, envelope }: SignInNeeds,
  user: UserRow | undefined,
  password: string,
): Promise<Verdict<UserRow>> {
  const stored = storedPassword(user);
  // A failed attempt on somebody known costs one more round trip, for the key that seals its event.
  if (!user) await findUserKey(database, envelope, tenant.id, 'nobody');
  const right = await (stored ? hasher.verify(password, stored) : hasher.verifyAgainstNothing(password));
  return user && right
    ? { right: true, value: user }
    : { right: false, problem: new Problem('session.invalid_credentials') };
}
