import type { SignInExperience, signInRoutes } from '@freehold/contract';
import { type InteractionContext, type Operation, Problem, Reply } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import type { UserRow } from '../users/index.ts';
import { findStep, passedVerification, type Step } from './experience.ts';
import { linkSocialIdentity } from './link-social-identity.ts';
import type { SignInNeeds } from './needs.ts';
import { assertProofOpen, findProvenUser, type ProofOfUser, proofsOfUsers } from './proven-user.ts';
import { registerUser } from './register-user.ts';
import { anyCode } from './sign-in-codes.ts';
import { assertEventOpen } from './sign-in-mode.ts';
import { followProvider, identifyBySocial, keepProvidersTokens } from './social-user.ts';

/** Says who signs in by a verification that was passed, or creates the account that was put together. */
export const identifyUser =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['identifyUser']> =>
  async (context, { body = {} }) => {
    const step = await findStep(needs.interactions, context);
    const settings = await loadSignInExperience(context.database, context.tenant.id);
    const { event } = step.experience;
    assertEventOpen(settings, event);
    if (event === 'Register') {
      await registerUser(needs, context, settings, step, body.verificationId);
      return new Reply(undefined, { status: 201 });
    }
    if (body.linkSocialIdentity === true && event === 'SignIn') {
      await linkSocialIdentity(needs, context, settings, step, body.verificationId);
    } else {
      await identifyExisting(needs, context, settings, step, body.verificationId);
    }
    return new Reply(undefined, { status: 204 });
  };

async function identifyExisting(
  needs: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  { interaction, experience }: Step,
  verificationId: string | undefined,
): Promise<void> {
  const forgot = experience.event === 'ForgotPassword';
  const proof = passedVerification(experience, forgot ? anyCode : proofsOfUsers, verificationId);
  // Which ways a forgotten password has was judged when the code was sent; it need not be one to sign in with.
  if (!forgot) assertProofOpen(settings, proof);
  const user = await ownerOf(needs, context, settings, proof);
  if (experience.userId !== undefined && experience.userId !== user.id) throw new Problem('session.identity_conflict');
  if (user.is_suspended) throw new Problem('user.suspended');
  await followProvider(needs, context, proof, user);
  await keepProvidersTokens(needs, context, proof, user.id);
  await needs.interactions.saveExperience(interaction, { ...experience, userId: user.id, identifiedBy: proof.id });
}

/** @throws Problem 404 that says to whoever has proven something that nobody has it */
async function ownerOf(
  needs: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  proof: ProofOfUser,
): Promise<UserRow> {
  if (proof.type === 'Social') return identifyBySocial(needs, context, settings, proof);
  const user = await findProvenUser(context, needs, proof);
  if (user) return user;
  throw new Problem(proof.type === 'Password' ? 'session.verification_session_not_found' : 'user.user_not_exist');
}
