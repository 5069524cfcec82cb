import type { accountCenterRoutes } from '@freehold/contract';
import type { Handler } from '../operation/index.ts';
import { findAccountCenter } from './account-center.store.ts';
import { accountCenterView } from './account-center-view.ts';

/** Reads the settings for anyone: the account pages need them before anybody is signed in. None of them is a secret. */
export const getPublicAccountCenter: Handler<typeof accountCenterRoutes.getPublicAccountCenter> = async ({
  database,
  tenant,
}) => accountCenterView(tenant.id, await findAccountCenter(database, tenant.id));
