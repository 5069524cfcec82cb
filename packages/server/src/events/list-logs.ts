import type { logRoutes } from '@freehold/contract';
import { type Envelope, leastTimeOrderedId } from '../lib/index.ts';
import { type Operation, Page } from '../operation/index.ts';
import { logView } from './log-view.ts';
import { listLogRows } from './logs.store.ts';
import { openEvents } from './read-event.ts';

/** After every id, in any collation. */
const LAST_ID = 'z'.repeat(32);

/** Lists what happened, newest first, with what is personal in the clear. */
export const listLogs =
  ({ envelope }: { readonly envelope: Envelope }): Operation<typeof logRoutes.listLogs> =>
  async ({ database, tenant, page }, { query }) => {
    if (!page) throw new Error('the log is always paged');
    const { rows, total } = await listLogRows(
      database,
      tenant.id,
      {
        userId: query.userId,
        clientId: query.applicationId,
        type: query.logKey,
        fromId: query.start_time === undefined ? '' : leastTimeOrderedId(new Date(query.start_time)),
        beforeId: query.end_time === undefined ? LAST_ID : leastTimeOrderedId(new Date(query.end_time)),
      },
      page,
    );
    const events = await openEvents(database, envelope, tenant.id, rows);
    return new Page(events.map(logView), total);
  };
