/**
 * The account center's settings: which fields of their account people see and change, and when they
 * must prove who they are first.
 *
 * Owns the row of `account_centers`, the rules that read it, and the Management API's
 * `/api/account-center`. It enforces nothing: `http/` judges requests by {@link canRead},
 * {@link canEdit} and {@link judgeStepUp}, `verification/` looks up the proof, `account/` and `oidc/`
 * shape what they show. It knows no user: who looks one up is handed to {@link accountCenterHandlers}.
 */
import type { accountCenterRoutes } from '@freehold/contract';
import type { Handlers } from '../operation/index.ts';
import { getAccountCenter } from './get-account-center.ts';
import { getPublicAccountCenter } from './get-public-account-center.ts';
import { getStepUpPolicy } from './get-step-up-policy.ts';
import { type SimulateStepUpDependencies, simulateStepUp } from './simulate-step-up.ts';
import { updateAccountCenter } from './update-account-center.ts';
import { updateStepUpPolicy } from './update-step-up-policy.ts';

export {
  type AccountCenterRow,
  findAccountCenter,
  insertAccountCenter,
  type StepUpColumns,
} from './account-center.store.ts';
export { canEdit, canRead } from './field-policy.ts';
export { effectiveStepUpPolicy, judgeStepUp, type MeansOfProof, type Senders } from './step-up-policy.ts';

/** The operations of {@link accountCenterRoutes}. */
export const accountCenterHandlers = (dependencies: SimulateStepUpDependencies) =>
  ({
    getAccountCenter,
    updateAccountCenter,
    getPublicAccountCenter,
    getStepUpPolicy,
    updateStepUpPolicy,
    simulateStepUp: simulateStepUp(dependencies),
  }) satisfies Handlers<typeof accountCenterRoutes>;
