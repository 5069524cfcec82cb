import type { hookRoutes } from '@freehold/contract';
import { type Operation, Problem } from '../operation/index.ts';
import { viewHooks } from './hook-view.ts';
import { findHook } from './hooks.store.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** Reads a webhook. */
export const getHook =
  (needs: WebhookNeeds): Operation<typeof hookRoutes.getHook> =>
  async (context, { params, query }) => {
    const row = await findHook(context.database, context.tenant.id, params.id);
    const [view] = row ? await viewHooks(needs, context, [row], query.includeExecutionStats) : [];
    if (!view) throw new Problem('entity.not_exists_with_id');
    return view;
  };
