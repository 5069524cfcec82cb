import type { statusRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { pingDatabase } from './status.store.ts';

/** Whether the process serves, and whether it reaches its database. */
export const statusHandlers: Handlers<typeof statusRoutes> = {
  getStatus: async () => undefined,
  getHealth: async ({ database }) => {
    await pingDatabase(database);
    return { database: 'ok' as const };
  },
};
