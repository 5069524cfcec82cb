/** What both databases do alike around a transaction: repeat it when that is right, and keep outside statements out. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseError } from './database.ts';

const attempts = 6;

/** The connection went away before the commit was sent: nothing can have been stored. */
export class LostBeforeCommit extends Error {}

const isWorthRepeating = (error: unknown, attempt: number): boolean =>
  error instanceof DatabaseError
    ? error.sqlState === '40001' || error.sqlState === '40P01'
    : error instanceof LostBeforeCommit && attempt === 1;

/** Between two attempts: random, so that two transactions that hindered each other do not meet again. */
const pause = (attempt: number) => new Promise(resolve => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));

/** Runs one attempt after another until one succeeds, fails for good, or the sixth has failed. */
export async function repeatOnConflict<T>(attemptOnce: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce();
    } catch (error) {
      if (attempt < attempts && isWorthRepeating(error, attempt)) await pause(attempt);
      else throw error instanceof LostBeforeCommit ? error.cause : error;
    }
  }
}

/**
 * Knows whether the caller is inside the work of an open transaction of one database. Such a caller that
 * sends a statement past its transaction waits for a connection, or a row, that the transaction holds
 * while the transaction waits for it: a deadlock that no database can see.
 */
export class TransactionScope {
  readonly #open = new AsyncLocalStorage<{ open: boolean }>();

  /** Throws when called from within the work of an open transaction. */
  refuseInside(): void {
    if (this.#open.getStore()?.open) throw new Error('inside a transaction only its own tx may be used');
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const scope = { open: true };
    try {
      return await this.#open.run(scope, work);
    } finally {
      scope.open = false;
    }
  }
}
