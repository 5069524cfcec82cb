import type { signInRoutes } from '@freehold/contract';
import { newRecordId } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findStep, withVerification } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { choosePassword, chooseUsername } from './new-account.ts';
import { assertPasswordSignUpOpen, assertSignUpOpen } from './sign-in-mode.ts';

/** Chooses the username and the password of a new account in one step; the identification creates it. */
export const verifyNewPasswordIdentity =
  ({ interactions, ...needs }: SignInNeeds): Operation<(typeof signInRoutes)['verifyNewPasswordIdentity']> =>
  async (context, { body: { identifier, password } }) => {
    const { interaction, experience } = await findStep(interactions, context);
    const settings = await loadSignInExperience(context.database, context.tenant.id);
    assertSignUpOpen(settings, 'username');
    assertPasswordSignUpOpen(settings);
    if (experience.userId !== undefined) throw new Problem('session.identity_conflict');
    const username = await chooseUsername(context, settings, identifier.value);
    const id = newRecordId();
    await interactions.saveExperience(
      interaction,
      withVerification(experience, {
        id,
        type: 'NewPasswordIdentity',
        identifier: { type: 'username', value: username },
        password: await choosePassword(needs, settings, password, { username, experience }),
        verified: true,
      }),
    );
    return { verificationId: id };
  };
