/** No place is left, not even to wait. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
  /** Whole seconds, at least 1, after which the present queue will have been worked off at the present speed. */
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`Too much work is waiting; try again in ${retryAfterSeconds} s.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface SemaphoreOptions {
  /** How many tasks run at once: at least 1. */
  concurrency: number;
  /** How many more may wait: 0 and more. */
  queue: number;
  /** A monotonic clock in milliseconds. */
  now?: () => number;
}

/** Lets so many tasks run, so many wait in the order of their arrival, and refuses the rest. */
export interface Semaphore {
  /** Runs the task when a place is free. @throws QueueFull at once, without starting the task */
  run<T>(task: () => Promise<T>): Promise<T>;
  readonly running: number;
  readonly waiting: number;
}

/**
 * Makes a semaphore. Without a bound on the queue an overload turns into answers that nobody waits for any more: the
 * server keeps working for clients that gave up.
 */
export function createSemaphore({ concurrency, queue, now = () => performance.now() }: SemaphoreOptions): Semaphore {
  if (!Number.isInteger(concurrency) || concurrency < 1 || !Number.isInteger(queue) || queue < 0) {
    throw new RangeError('A semaphore needs a concurrency of at least 1 and a queue of at least 0.');
  }
  const waiters: (() => void)[] = [];
  let running = 0;
  let usualDuration = 0;

  function retryAfterSeconds(): number {
    const work = usualDuration * (running + waiters.length);
    return Math.max(1, Math.ceil(work / concurrency / 1000));
  }

  function leave(startedAt: number): void {
    const duration = now() - startedAt;
    usualDuration = usualDuration === 0 ? duration : usualDuration * 0.9 + duration * 0.1;
    const next = waiters.shift();
    if (next === undefined) {
      running -= 1;
    } else {
      // The place is handed over, never free in between: a newcomer cannot overtake the queue.
      next();
    }
  }

  return {
    async run(task) {
      if (running < concurrency) {
        running += 1;
      } else if (waiters.length < queue) {
        await new Promise<void>(resolve => {
          waiters.push(resolve);
        });
      } else {
        throw new QueueFull(retryAfterSeconds());
      }
      const startedAt = now();
      try {
        return await task();
      } finally {
        leave(startedAt);
      }
    },
    get running() {
      return running;
    },
    get waiting() {
      return waiters.length;
    },
  };
}
