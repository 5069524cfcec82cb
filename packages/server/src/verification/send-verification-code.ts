import type { verificationCodeRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { checkAddressLength } from './addresses.ts';
import { genericCode } from './generic-code.ts';
import { type CodeNeeds, sendCode } from './send-code.ts';

/** The longest life that a tenant's policy can give a code, which is judged when it is entered. */
const LONGEST_LIFE_MS = 3600 * 1000;

/** Sends a code to an address in the name of a service, which will check it by itself. */
export const sendVerificationCode =
  (needs: CodeNeeds): Operation<(typeof verificationCodeRoutes)['sendVerificationCode']> =>
  async (context, { body }) => {
    const { id, channel, address, value } = genericCode(body);
    checkAddressLength(channel, address);
    const expiresAt = new Date(context.now.getTime() + LONGEST_LIFE_MS);
    await sendCode(context, needs, { id, channel, address, to: value, usage: 'Generic', expiresAt });
    return undefined;
  };
