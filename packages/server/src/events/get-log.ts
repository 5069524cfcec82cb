import type { logRoutes } from '@freehold/contract';
import type { Envelope } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { logView } from './log-view.ts';
import { readEvent } from './read-event.ts';

/** Reads one thing that happened. */
export const getLog =
  ({ envelope }: { readonly envelope: Envelope }): Operation<typeof logRoutes.getLog> =>
  async ({ database, tenant }, { params: { id } }) => {
    const event = await readEvent(database, envelope, tenant.id, id);
    if (!event) throw new Problem('entity.not_exists_with_id');
    return logView(event);
  };
