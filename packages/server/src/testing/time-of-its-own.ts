const memo = Symbol.for('freehold.test-times');
const workerGlobal = globalThis as { [memo]?: number };

const DAYS = 120;

/**
 * The start of 120 days, at half past eight in the morning UTC, before those of all tests so far in this worker process. The queues of what must leave the house
 * belong to all tenants together: for a worker that lives in this time, what other tests have left there is not due yet.
 */
export function timeOfItsOwn(): string {
  workerGlobal[memo] = (workerGlobal[memo] ?? Date.parse('2025-01-01T08:30:00.000Z')) - DAYS * 86_400_000;
  return new Date(workerGlobal[memo]).toISOString();
}
