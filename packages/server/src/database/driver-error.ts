/** What a driver throws, made fit for a log: PostgreSQL quotes the very values that were sent to it. */

import { DatabaseError } from './database.ts';

/** What both drivers give of an error of the server. */
interface DriverError extends Error {
  code?: string | undefined;
  constraint?: string | undefined;
  /** `Key (email)=(alice@example.com) already exists.` */
  detail?: string | undefined;
  where?: string | undefined;
  internalQuery?: string | undefined;
}

/** The error for callers. Its cause keeps what names tables and columns, and loses what holds values. */
export function toDatabaseError(error: DriverError): DatabaseError {
  const sqlState = error.code ?? 'XX000';
  error.detail = undefined;
  error.where = undefined;
  error.internalQuery = undefined;
  // Class 22, data exceptions: `invalid input syntax for type integer: "hunter2"`.
  if (sqlState.startsWith('22')) {
    const whole = error.message;
    error.message = whole.replace(/"[\s\S]*"/, '"…"');
    if (error.stack !== undefined) error.stack = error.stack.replace(whole, error.message);
  }
  return new DatabaseError(sqlState, error.constraint, error);
}
