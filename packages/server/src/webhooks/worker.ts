/**
 * The worker that delivers webhooks. Any number of processes may run one.
 *
 *     outbox ──(one transaction)──▶ one delivery a webhook ──(lease)──▶ POST ──▶ gone
 *                                            ▲                           │
 *                                            └────── back-off ◀──────────┘──▶ dead after the last attempt
 */
import type { Database } from '../database/database.ts';
import { isOutboxDue, takeOutbox } from '../events/index.ts';
import type { Clock, Envelope, Outbound } from '../lib/index.ts';
import { deliver } from './deliver.ts';
import { claimDeliveries, type Delivery, insertDeliveries, laneOf } from './deliveries.store.ts';

export interface WorkerNeeds {
  readonly database: Database;
  readonly envelope: Envelope;
  readonly clock: Clock;
  readonly outbound: Outbound;
  /** Told of what failed in here; what a receiver did wrong is in the log of its webhook. */
  readonly onError: (error: unknown) => void;
}

export interface WebhookWorker {
  /** Looks for work about once a second. Does not keep the process alive. */
  start(): void;
  /** Begins nothing new, gives what is under way a second, cuts off the rest and puts it back for whoever runs next. */
  stop(): Promise<void>;
  /** Does all that is due now, and what becomes due meanwhile; returns when nothing is under way. */
  drain(): Promise<void>;
}

const POLL_MS = 1000;
/** Longer than a request may take (ten seconds) with what is read and written around it. */
const LEASE_MS = 60_000;
const OUTBOX_BATCH = 200;
/** What is cut off may have arrived, and arrives again: most receivers answer faster than this. */
const GRACE_MS = 1000;

/** Requests at once in this process. */
const SLOTS = 64;
/** …of them to one webhook, */
const SLOTS_A_HOOK = 4;
/** …to one that failed the last time, */
const SLOTS_A_FAILING_HOOK = 1;
/** …and to all that failed the last time: however many receivers hang, half of the slots wait for the others. */
const SLOTS_OF_FAILING_HOOKS = SLOTS / 2;

interface Lane {
  inFlight: number;
  failing: boolean;
}

/** Makes a worker; it does nothing before it is started or told to drain. */
export function createWebhookWorker(needs: WorkerNeeds): WebhookWorker {
  const { database, clock, onError } = needs;
  const lanes = new Map<string, Lane>();
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  const cutOff = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  /** Something may be due that there was no place for… */
  let waiting = false;
  /** …and now there is a place. */
  let again = false;
  let pumping: Promise<void> | undefined;
  let looking: Promise<void> | undefined;

  /** Makes deliveries of what happened, until the outbox is empty. */
  async function fanOut(): Promise<void> {
    // Outside of any transaction: most looks find nothing, and then this is all.
    if (!(await isOutboxDue(database, 'webhook', clock()))) return;
    for (let count = OUTBOX_BATCH; count === OUTBOX_BATCH && !stopping; ) {
      const now = clock();
      count = await database.transaction(async tx => {
        const rows = await takeOutbox(tx, { channel: 'webhook', now, limit: OUTBOX_BATCH });
        if (rows.length > 0) await insertDeliveries(tx, rows, now);
        return rows.length;
      });
    }
  }

  function busyLanes(): string[] {
    const all = [...lanes];
    const failing = all.reduce((sum, [, lane]) => sum + (lane.failing ? lane.inFlight : 0), 0);
    return all
      .filter(([, lane]) =>
        lane.failing
          ? lane.inFlight >= SLOTS_A_FAILING_HOOK || failing >= SLOTS_OF_FAILING_HOOKS
          : lane.inFlight >= SLOTS_A_HOOK,
      )
      .map(([name]) => name);
  }

  /** Takes deliveries until all places are taken or nothing more is due. */
  async function pump(): Promise<void> {
    again = false;
    while (!stopping && underWay.size < SLOTS) {
      const busy = busyLanes();
      waiting = busy.length > 0;
      const now = clock();
      const leasedUntil = new Date(now.getTime() + LEASE_MS);
      const claimed = await claimDeliveries(database, { now, leasedUntil, busy, limit: SLOTS - underWay.size });
      if (claimed.length === 0) return;
      for (const delivery of claimed) launch(delivery);
    }
    waiting = true;
  }

  function launch(delivery: Delivery): void {
    const name = laneOf(delivery);
    const lane = lanes.get(name) ?? { inFlight: 0, failing: false };
    lanes.set(name, lane);
    lane.inFlight += 1;
    const run = deliver(needs, delivery, cutOff.signal)
      .then(
        delivered => {
          lane.failing = !delivered;
        },
        error => {
          lane.failing = true;
          onError(error);
        },
      )
      .then(() => {
        lane.inFlight -= 1;
        if (lane.inFlight === 0 && !lane.failing) lanes.delete(name);
        underWay.delete(run);
        again = true;
        if (waiting) void work();
      });
    underWay.add(run);
  }

  /** One at a time; whoever comes meanwhile waits for the same. Never throws. */
  function work(): Promise<void> {
    pumping ??= pump()
      .catch(onError)
      .finally(() => {
        pumping = undefined;
        if (waiting && again && !stopping) void work();
      });
    return pumping;
  }

  function look(): Promise<void> {
    looking = fanOut().catch(onError).then(work);
    return looking;
  }

  function schedule(): void {
    if (stopping) return;
    const wait = POLL_MS * (0.8 + 0.4 * Math.random());
    timer = setTimeout(() => void look().then(schedule), wait).unref();
  }

  return {
    start: schedule,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await looking;
      await pumping;
      const grace = setTimeout(() => cutOff.abort(), GRACE_MS);
      await Promise.all(underWay);
      clearTimeout(grace);
    },
    async drain() {
      await look();
      while (underWay.size > 0 || pumping) {
        await Promise.race([...underWay, ...(pumping ? [pumping] : [])]);
      }
    },
  };
}
