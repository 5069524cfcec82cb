import type { hookRoutes } from '@freehold/contract';
import { type Operation, Page, Problem } from '../operation/index.ts';
import { listHookLogRows } from './hook-logs.store.ts';
import { findHook } from './hooks.store.ts';
import { openLogPayload } from './log-payload.ts';
import type { WebhookNeeds } from './webhook-needs.ts';

/** Lists what was sent to a webhook and what it answered, newest first. */
export const listHookLogs =
  ({ envelope }: WebhookNeeds): Operation<typeof hookRoutes.listHookLogs> =>
  async ({ database, tenant, page }, { params: { id }, query }) => {
    if (!page) throw new Error('the log of a webhook is always paged');
    if (!(await findHook(database, tenant.id, id))) throw new Problem('entity.not_exists_with_id');
    const { rows, total } = await listHookLogRows(database, tenant.id, id, query.logKey, page);
    const items = rows.map(row => ({
      id: row.id,
      key: row.key,
      createdAt: row.created_at.getTime(),
      payload: openLogPayload(envelope, tenant.id, row),
    }));
    return new Page(items, total);
  };
