import type { accountCenterRoutes } from '@freehold/contract';
import type { Handler } from '../operation/index.ts';
import { findAccountCenter } from './account-center.store.ts';
import { effectiveStepUpPolicy } from './step-up-policy.ts';

/** Reads the step-up policy in force: all rows, whether from the preset or the tenant's own. */
export const getStepUpPolicy: Handler<typeof accountCenterRoutes.getStepUpPolicy> = async ({ database, tenant }) =>
  effectiveStepUpPolicy(await findAccountCenter(database, tenant.id));
