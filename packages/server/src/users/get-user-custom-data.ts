import type { userRoutes } from '@freehold/contract';
import type { Operation } from '../operation/index.ts';
import { readUser } from './user-view.ts';

/** Reads the custom data of a user. */
export const getUserCustomData: Operation<typeof userRoutes.getUserCustomData> = async (
  { database, tenant },
  { params },
) => (await readUser(database, tenant.id, params.userId)).customData;
