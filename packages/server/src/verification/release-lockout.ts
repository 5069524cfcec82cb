import type { sentinelRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { unlock, userTarget } from './sentinel.ts';

/** Forgets the failed attempts of users, so that who is locked out can try again at once. */
export const releaseLockout: Operation<(typeof sentinelRoutes)['releaseLockout']> = async (
  { tenant, transaction },
  { body: { targets } },
) => {
  await transaction(async ({ tx, emit }) => {
    const released = new Set(await unlock(tx, tenant.id, targets.map(userTarget)));
    for (const userId of new Set(targets)) {
      if (released.has(userTarget(userId))) await emit({ type: 'lockout-released', userId });
    }
  });
  return undefined;
};
