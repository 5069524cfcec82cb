import type { accountCenterRoutes } from '@freehold/contract';
import type { Handler } from '../operation/index.ts';
import { findAccountCenter } from './account-center.store.ts';
import { accountCenterView } from './account-center-view.ts';

/** Reads the settings. */
export const getAccountCenter: Handler<typeof accountCenterRoutes.getAccountCenter> = async ({ database, tenant }) =>
  accountCenterView(tenant.id, await findAccountCenter(database, tenant.id));
