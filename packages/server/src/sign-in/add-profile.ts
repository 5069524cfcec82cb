import type { signInRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findStep } from './experience.ts';
import type { Experience } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { choosePassword, chooseUsername } from './new-account.ts';
import { assertUsernameSignUpOpen } from './sign-in-mode.ts';

/** Chooses the username or the password of a new account. */
export const addProfile =
  ({ interactions, ...needs }: SignInNeeds): Operation<(typeof signInRoutes)['addProfile']> =>
  async (context, { body }) => {
    const { interaction, experience } = await findStep(interactions, context);
    assertRegistering(experience);
    const settings = await loadSignInExperience(context.database, context.tenant.id);
    assertUsernameSignUpOpen(settings);
    const username = experience.profile?.username;
    const profile =
      body.type === 'username'
        ? // A password that was judged without this name may lean on it: it is chosen again.
          { username: await chooseUsername(context, settings, body.value) }
        : {
            ...(username !== undefined && { username }),
            password: await choosePassword(needs, settings, body.value, username),
          };
    await interactions.saveExperience(interaction, { ...experience, profile });
    return undefined;
  };

function assertRegistering({ event, userId }: Experience): void {
  if (event === 'Register') {
    if (userId !== undefined) throw new Problem('session.identity_conflict');
    return;
  }
  // An existing account is changed on the account pages, under the policies that hold there.
  throw new Problem(userId === undefined ? 'session.identifier_not_found' : 'request.feature_not_supported');
}
