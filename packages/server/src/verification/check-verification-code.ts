import type { verificationCodeRoutes } from '@freehold/contract';
import type { KeyRing } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { checkCode } from './check-code.ts';
import { genericCode } from './generic-code.ts';
import { strangerCodeTarget } from './sentinel.ts';

/** Checks a code that a service had sent to an address. */
export const checkVerificationCode =
  (needs: { readonly keys: KeyRing }): Operation<(typeof verificationCodeRoutes)['checkVerificationCode']> =>
  async (context, { body }) => {
    const { id, channel, address } = genericCode(body);
    await checkCode(
      context,
      needs,
      {
        id,
        channel,
        address,
        code: body.verificationCode,
        target: strangerCodeTarget(needs.keys, channel, address),
        failure: { type: 'proof-failed', data: { method: channel, purpose: 'generic' } },
      },
      async () => undefined,
    );
    return undefined;
  };
