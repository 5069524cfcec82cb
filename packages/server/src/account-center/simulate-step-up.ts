import type { accountCenterRoutes } from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import { type Handler, Problem } from '../operation/index.ts';
import { findAccountCenter } from './account-center.store.ts';
import { effectiveStepUpPolicy, judgeStepUp, type MeansOfProof } from './step-up-policy.ts';

export interface SimulateStepUpDependencies {
  /** What a user could prove themselves with; undefined when there is no such user. */
  readonly findMeansOfProof: (db: Queryable, tenantId: string, userId: string) => Promise<MeansOfProof | undefined>;
}

/** Answers what the policy would ask of a user for an action, by the very rule that judges the action itself. */
export const simulateStepUp =
  ({ findMeansOfProof }: SimulateStepUpDependencies): Handler<typeof accountCenterRoutes.simulateStepUp> =>
  async ({ database, tenant }, { body }) => {
    const means = await findMeansOfProof(database, tenant.id, body.userId);
    if (!means) throw new Problem('entity.not_found');
    return judgeStepUp(effectiveStepUpPolicy(await findAccountCenter(database, tenant.id)), body.action, means);
  };
