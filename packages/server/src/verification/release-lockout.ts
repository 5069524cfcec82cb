import type { sentinelRoutes } from '@freehold/contract';
import type { KeyRing } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { findUser } from '../users/index.ts';
import { strangerTarget, unlock, userTarget } from './sentinel.ts';

/**
 * Forgets the failed attempts of users, so that who is locked out can try again at once: wherever they gave their
 * password or a code, and wherever a code to one of their addresses was tried.
 */
export const releaseLockout =
  ({ keys }: { readonly keys: KeyRing }): Operation<(typeof sentinelRoutes)['releaseLockout']> =>
  async ({ tenant, transaction }, { body }) => {
    await transaction(async ({ tx, emit }) => {
      for (const userId of new Set(body.targets)) {
        const user = await findUser(tx, tenant.id, userId);
        const { email_key: email = null, primary_phone: phone = null } = user ?? {};
        const targets = [
          userTarget(userId),
          ...(email === null ? [] : [strangerTarget(keys, 'email', email)]),
          ...(phone === null ? [] : [strangerTarget(keys, 'phone', phone)]),
        ];
        if ((await unlock(tx, tenant.id, targets)).length > 0) await emit({ type: 'lockout-released', userId });
      }
    });
    return undefined;
  };
