/** What `pg` throws, told apart into what callers can act upon. */

import pg from 'pg';
import { DatabaseError, DatabaseUnavailable } from './database.ts';
import { toDatabaseError } from './driver-error.ts';

/**
 * SQLSTATEs that speak of the server and not of the statement: the connection (class 08), shutting down
 * or starting (57P01 to 57P05), too many connections, a statement that ran out of its time.
 */
const unavailable = /^(08...|57P0[1-5]|53300|57014)$/;

/** Puts `error` into the words of `database.ts`. What is not the database's (a bad value) stays as it is. */
export function translate(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const sqlState = error.code ?? 'XX000';
    return unavailable.test(sqlState)
      ? new DatabaseUnavailable(`${sqlState} ${error.message}`, error)
      : toDatabaseError(error);
  }
  const isOurs = error instanceof DatabaseError || error instanceof DatabaseUnavailable;
  // A value that cannot be converted, on its way in or out.
  const isValue = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
  if (isOurs || isValue || !(error instanceof Error)) return error;
  return new DatabaseUnavailable(error.message, error);
}

/** Whether the connection is gone (and not only slow), so that a statement may fare better on another one. */
export const isLost = (error: unknown): boolean => {
  if (!(error instanceof DatabaseUnavailable)) return false;
  const { cause } = error;
  if (cause instanceof pg.DatabaseError) return /^(08|57P)/.test(cause.code ?? '');
  return cause instanceof Error && cause.message !== 'Query read timeout';
};

/**
 * Whether the connection's prepared statement no longer fits: a migration changed a column under it
 * (0A000 out of `RevalidateCachedQuery`), or a pooler between us forgot it (26000). The statement was
 * not executed; a new connection prepares it anew.
 */
export const isStale = (error: unknown): boolean =>
  error instanceof DatabaseError &&
  (error.sqlState === '26000' ||
    (error.cause instanceof pg.DatabaseError && error.cause.routine === 'RevalidateCachedQuery'));
