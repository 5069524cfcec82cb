import type { SignInExperience, signInRoutes } from '@freehold/contract';
import { type InteractionContext, type Operation, Problem } from '../operation/index.ts';
import { loadSignInExperience } from '../sign-in-experience/index.ts';
import { findUserByIdentifier, findUserByIdentity } from '../users/index.ts';
import { type Channel, checkEmailPolicy, normalizeAddress } from '../verification/index.ts';
import { findStep, passedVerification } from './experience.ts';
import type { ChosenProfile, Experience, ProvenIdentity } from './interactions.ts';
import type { SignInNeeds } from './needs.ts';
import { choosePassword, chooseUsername } from './new-account.ts';
import { codeTypes } from './sign-in-codes.ts';
import { assertEventOpen, assertPasswordSignUpOpen, assertSignUpOpen, assertSocialSignInOpen } from './sign-in-mode.ts';
import { openIdentity } from './social-proof.ts';

type Addition = { type: 'username' | 'password'; value: string } | { type: Channel | 'social'; verificationId: string };

/** Adds to a new account what was chosen or proven. That nobody else has it is judged again when the account is made. */
export const addProfile =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['addProfile']> =>
  async (context, { body }) => {
    const { interaction, experience } = await findStep(needs.interactions, context);
    assertRegistering(experience);
    const settings = await loadSignInExperience(context.database, context.tenant.id);
    assertEventOpen(settings, 'Register');
    const profile = await extended(needs, context, settings, experience, body);
    await needs.interactions.saveExperience(interaction, { ...experience, profile });
    return undefined;
  };

async function extended(
  needs: SignInNeeds,
  context: InteractionContext,
  settings: SignInExperience,
  experience: Experience,
  body: Addition,
): Promise<ChosenProfile> {
  const { profile = {} } = experience;
  switch (body.type) {
    case 'username': {
      assertSignUpOpen(settings, 'username');
      // A password that was judged without this name may lean on it: it is chosen again.
      const { password: _, ...rest } = profile;
      return { ...rest, username: await chooseUsername(context, settings, body.value) };
    }
    case 'password': {
      assertPasswordSignUpOpen(settings);
      const { username } = profile;
      return { ...profile, password: await choosePassword(needs, settings, body.value, { username, experience }) };
    }
    case 'email':
    case 'phone':
      assertSignUpOpen(settings, body.type);
      return {
        ...profile,
        [body.type]: await provenAddress(context, settings, experience, body.type, body.verificationId),
      };
    case 'social':
      return { ...profile, social: await provenIdentity(needs, context, settings, experience, body.verificationId) };
  }
}

/** @throws Problem `user.email_already_in_use`, `user.phone_already_in_use` (422), which its owner may know */
async function provenAddress(
  { database, tenant }: InteractionContext,
  { emailBlocklistPolicy }: SignInExperience,
  experience: Experience,
  channel: Channel,
  verificationId: string,
): Promise<string> {
  const { value } = passedVerification(experience, [codeTypes[channel]], verificationId).identifier;
  const address = normalizeAddress(channel, value);
  if (channel === 'email') checkEmailPolicy(address, emailBlocklistPolicy);
  if (await findUserByIdentifier(database, tenant.id, channel, address)) {
    throw new Problem(`user.${channel}_already_in_use`);
  }
  return value;
}

/** @throws Problem `user.identity_already_in_use` (422), which its owner may know */
async function provenIdentity(
  { envelope }: SignInNeeds,
  { database, tenant }: InteractionContext,
  settings: SignInExperience,
  experience: Experience,
  verificationId: string,
): Promise<ProvenIdentity> {
  const { identity } = passedVerification(experience, ['Social'], verificationId);
  if (!identity) throw new Problem('session.verification_session_not_found');
  assertSocialSignInOpen(settings, identity.target);
  const { target, user } = openIdentity(envelope, tenant.id, identity);
  if (await findUserByIdentity(database, tenant.id, { target, id: user.id, issuer: user.issuer })) {
    throw new Problem('user.identity_already_in_use');
  }
  return identity;
}

function assertRegistering({ event, userId }: Experience): void {
  if (event === 'Register') {
    if (userId !== undefined) throw new Problem('session.identity_conflict');
    return;
  }
  // An existing account is changed on the account pages, under the policies that hold there.
  throw new Problem(userId === undefined ? 'session.identifier_not_found' : 'request.feature_not_supported');
}
