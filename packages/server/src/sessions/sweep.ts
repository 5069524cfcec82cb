import type { Database } from '../database/database.ts';
import { type Clock, newTimeOrderedId } from '../lib/index.ts';
import { deleteBatch, deleteEvents, listRetentions, type SweptTable, sweptTables } from './sweep.store.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** How long rows are kept after their time; 0 where nothing asks for them any more. */
const keptFor: Readonly<Record<SweptTable, number>> = {
  access_tokens: 0,
  refresh_tokens: 0,
  authorization_codes: 0,
  grants: 0,
  sessions: 0,
  interactions: 0,
  subject_tokens: 0,
  social_attempts: 0,
  verification_records: 0,
  verification_codes: 0,
  // No window of the send limits is longer.
  message_sends: DAY,
  // Attempts count for an hour; after a day of silence a target starts anew.
  sentinel: DAY,
  known_devices: 400 * DAY,
  // From the upload to the change of the avatar; a former avatar goes too.
  user_assets: DAY,
  // Only what all tries could not deliver: what waits is never swept, however long no process was there to deliver it.
  // The security event that a dead row names stays.
  outbox: 7 * DAY,
  // Dead ones, and what has piled up before a subscriber that answers too slowly to ever catch up.
  hook_deliveries: 7 * DAY,
  hook_logs: 14 * DAY,
};

/** Few enough that nobody waits for the locks of one batch. */
const BATCH = 1_000;

/**
 * Removes what has expired, in batches, until no more is left or `batches` were done for a table. Safe in
 * several processes at once.
 *
 * @returns how many rows were removed
 */
export async function sweep(
  database: Database,
  now: Date,
  { batchSize = BATCH, batches = 100 }: { batchSize?: number; batches?: number } = {},
): Promise<number> {
  let removed = 0;
  const inBatches = async (remove: () => Promise<number>) => {
    for (let done = 0; done < batches; done++) {
      const count = await remove();
      removed += count;
      if (count < batchSize) break;
    }
  };
  for (const table of sweptTables) {
    const before = new Date(now.getTime() - keptFor[table]);
    await inBatches(() => deleteBatch(database, table, before, batchSize));
  }
  for (const { tenant_id: tenantId, event_retention_days: days } of await listRetentions(database)) {
    const beforeId = newTimeOrderedId(new Date(now.getTime() - days * DAY));
    await inBatches(() => deleteEvents(database, tenantId, beforeId, batchSize));
  }
  return removed;
}

/**
 * Sweeps about every ten minutes, the first time within one, until the returned function is called.
 * Processes that were started together do not sweep together. Does not keep the process alive.
 */
export function startSweeping(needs: {
  readonly database: Database;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const schedule = (milliseconds: number) => {
    timer = setTimeout(run, milliseconds * (0.5 + Math.random())).unref();
  };
  const run = () =>
    sweep(needs.database, needs.clock())
      .catch(needs.onError)
      .finally(() => {
        if (!stopped) schedule(HOUR / 6);
      });
  schedule(HOUR / 120);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
