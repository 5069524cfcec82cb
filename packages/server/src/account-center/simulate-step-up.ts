import type { accountCenterRoutes } from '@freehold/contract';
import type { Queryable } from '../database/database.ts';
import { type Handler, Problem } from '../operation/index.ts';
import { findAccountCenter } from './account-center.store.ts';
import { effectiveStepUpPolicy, judgeStepUp, type MeansOfProof, type Senders } from './step-up-policy.ts';

export interface SimulateStepUpDependencies {
  /** What a user could prove themselves with; undefined when there is no such user. */
  readonly findMeansOfProof: (db: Queryable, tenantId: string, userId: string) => Promise<MeansOfProof | undefined>;
  /** By which channels a code can be sent. */
  readonly findSenders: (db: Queryable, tenantId: string) => Promise<Senders>;
}

/** Answers what the policy would ask of a user for an action, by the very rule that judges the action itself. */
export const simulateStepUp =
  ({ findMeansOfProof, findSenders }: SimulateStepUpDependencies): Handler<typeof accountCenterRoutes.simulateStepUp> =>
  async ({ database, tenant }, { body }) => {
    const means = await findMeansOfProof(database, tenant.id, body.userId);
    if (!means) throw new Problem('entity.not_found');
    const [settings, senders] = await Promise.all([
      findAccountCenter(database, tenant.id),
      findSenders(database, tenant.id),
    ]);
    return judgeStepUp(effectiveStepUpPolicy(settings), body.action, means, senders);
  };
