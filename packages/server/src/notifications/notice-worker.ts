import { claimOutbox } from '../events/index.ts';
import { deliverNotice, type NoticeNeeds } from './deliver-notice.ts';

/** The worker that tells people what happened to their account. Any number of processes may run one. */
export interface NoticeWorker {
  /** Looks for notices about once a second. Does not keep the process alive. */
  start(): void;
  /** Takes nothing new, and waits for the messages under way: their calls end within fifteen seconds. */
  stop(): Promise<void>;
  /** Tells all that is due now; returns when nothing is under way. */
  drain(): Promise<void>;
}

const POLL_MS = 1000;
/** Messages of one process at once: a mail server that hangs holds only these up, and each for fifteen seconds. */
const SLOTS = 16;
/** Longer than the few messages of one notice may take, one after the other. */
const LEASE_MS = 120_000;

/** Makes a worker; it does nothing before it is started or told to drain. */
export function createNoticeWorker(needs: NoticeNeeds & { readonly onError: (error: unknown) => void }): NoticeWorker {
  const { database, clock, onError } = needs;
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let claiming: Promise<boolean> | undefined;

  /** Takes as much as there is room for; whether there may be more. One at a time, whoever comes meanwhile waits for the same. */
  function claim(): Promise<boolean> {
    claiming ??= claimOutbox(database, {
      channel: 'notice',
      now: clock(),
      leaseMs: LEASE_MS,
      limit: SLOTS - underWay.size,
    })
      .then(rows => {
        for (const row of rows) {
          // What fails in here is not the provider's doing: the row stays leased, and is due again when the lease ends.
          const run: Promise<void> = deliverNotice(needs, row)
            .catch(onError)
            .finally(() => underWay.delete(run));
          underWay.add(run);
        }
        return rows.length > 0;
      })
      .finally(() => {
        claiming = undefined;
      });
    return claiming;
  }

  /** Until nothing is due or the worker is stopped. */
  async function work(): Promise<void> {
    while (!stopped) {
      if (underWay.size >= SLOTS) await Promise.race(underWay);
      else if (!(await claim())) return;
    }
  }

  function schedule(): void {
    if (stopped) return;
    // Processes that were started together do not look together.
    timer = setTimeout(() => void work().catch(onError).then(schedule), POLL_MS * (0.8 + 0.4 * Math.random())).unref();
  }

  return {
    start: schedule,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await claiming?.catch(() => undefined);
      await Promise.all(underWay);
    },
    async drain() {
      do {
        await work();
        await Promise.all(underWay);
      } while (!stopped && (await claim()));
      await Promise.all(underWay);
    },
  };
}
