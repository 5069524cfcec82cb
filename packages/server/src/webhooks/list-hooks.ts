import type { hookRoutes } from '@freehold/contract';
import { type Operation, Page } from '../operation/index.ts';
import { viewHooks } from './hook-view.ts';
import { listHookRows } from './hooks.store.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** Lists the webhooks, oldest first. */
export const listHooks =
  (needs: WebhookNeeds): Operation<typeof hookRoutes.listHooks> =>
  async (context, { query }) => {
    const { rows, total } = await listHookRows(context.database, context.tenant.id, context.page);
    return new Page(await viewHooks(needs, context, rows, query.includeExecutionStats), total);
  };
