import type { signInRoutes } from '@freehold/contract';
import { findUserKey } from '../events/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { findUserByIdentifier } from '../users/index.ts';
import { checkCode, normalizeAddress } from '../verification/index.ts';
import { codeAddress } from './code-address.ts';
import { findStep, findVerification, withVerification } from './experience.ts';
import type { SignInNeeds } from './needs.ts';
import { codeTypes, visitorCodeTarget } from './sign-in-codes.ts';

/**
 * Enters a code that was sent in this sign-in; another browser's has no such verification. Whose the address is, is not
 * said here: the identification says it to whoever has proven the address.
 */
export const verifySignInCode =
  (needs: SignInNeeds): Operation<(typeof signInRoutes)['verifySignInCode']> =>
  async (context, { body: { identifier, verificationId: id, code } }) => {
    const { interactions, keys, envelope } = needs;
    const { database, tenant, origin } = context;
    const { interaction, experience } = await findStep(interactions, context);
    const { channel, address } = codeAddress(identifier);
    const pending = findVerification(experience, [codeTypes[channel]], id);
    const sentTo = { channel, address: normalizeAddress(channel, pending.identifier.value) };
    const user = await findUserByIdentifier(database, tenant.id, channel, sentTo.address);
    await checkCode(
      context,
      needs,
      {
        ...{ id, channel, address, code, ip: origin.ip },
        target: visitorCodeTarget(keys, sentTo, origin.ip),
        failure: {
          type: 'sign-in-failed',
          userId: user?.id,
          data: { method: 'verification-code', identifier: channel, interactionEvent: pending.event },
        },
      },
      async () => undefined,
    ).catch(async error => {
      // What is recorded of somebody known costs one round trip more, for the key that seals it.
      const isRecorded = error instanceof Problem && error.code === 'verification_code.code_mismatch';
      if (isRecorded && !user) await findUserKey(database, envelope, tenant.id, 'nobody');
      throw error;
    });
    await interactions.saveExperience(interaction, withVerification(experience, { ...pending, verified: true }));
    return { verificationId: id };
  };
