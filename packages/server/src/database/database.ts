/**
 * The one small interface over the two databases, PGlite (embedded) and PostgreSQL.
 *
 * Every statement has a name and is prepared once per connection: on PostgreSQL an unnamed statement
 * costs the server about five times the CPU. SQL lives in `*.store.ts` files and migrations only.
 *
 * Types on the way in and out, alike on both: `timestamptz` is a `Date`, `bytea` a `Buffer`, `bigint`
 * and `count(*)` a `number` (a string would make `'10' + 1` eleven characters long), `jsonb` a parsed
 * value, `text[]` an array of strings. Time is always a parameter, never SQL's `now()`.
 */

/** What may be bound to `$1, $2, …`. Objects for `jsonb` go through {@link json} so that arrays stay unambiguous. */
export type SqlValue = string | number | boolean | null | Date | Uint8Array | readonly string[] | JsonParameter;

/** A value to be bound as `jsonb`. */
export class JsonParameter {
  readonly text: string;
  constructor(value: unknown) {
    this.text = JSON.stringify(value);
  }
}

/** Binds `value` as `jsonb`. */
export const json = (value: unknown): JsonParameter => new JsonParameter(value);

/** A named, prepared statement; `Row` types what it returns. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** True for a statement that may take long (a search, a sweep): it never shares a connection with others. */
  readonly long: boolean;
  /** Never present at run time: it carries the row type from the store to its callers. */
  readonly row?: Row;
}

const texts = new Map<string, string>();

/**
 * Declares a statement. `name` is unique in the process (a connection would otherwise answer one
 * statement with the plan of another), says store and operation (`users.find-by-id`), and has at most
 * 63 bytes: PostgreSQL cuts longer names off, which would make two of them one.
 *
 * A statement that begins with `select` and locks nothing shares a connection with other short reads;
 * `long` keeps a slow one (a search over many rows) out of their way.
 */
export function statement<Row = never>(name: string, text: string, options?: { long?: boolean }): Statement<Row> {
  const known = texts.get(name);
  if (known !== undefined && known !== text) throw new Error(`two statements are named ${name}`);
  if (Buffer.byteLength(name) > 63) throw new Error(`the statement name ${name} is longer than 63 bytes`);
  texts.set(name, text);
  return { name, text, long: options?.long ?? false };
}

/** What runs statements: the database itself or a transaction in it. */
export interface Queryable {
  /** All rows. */
  rows<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row[]>;
  /** The first row, or undefined. */
  row<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row | undefined>;
  /** The number of rows that were inserted, updated or deleted. */
  run(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<number>;
}

/** A transaction under way (READ COMMITTED). */
export interface Transaction extends Queryable {
  readonly isTransaction: true;
  /** Runs a script of several statements without parameters and without a time limit. For migrations and tests only. */
  script(sql: string): Promise<void>;
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs `work` in one transaction, committed when it resolves and rolled back when it throws.
   * Runs it again, a few times with a random pause, on a serialization failure or deadlock (40001,
   * 40P01) or when the connection was lost before the commit was sent, so `work` must hold nothing but
   * database work: no hashing, no network, no lasting effect.
   *
   * Inside `work` only `tx` may be used: a statement sent to the database itself would wait for the
   * transaction that waits for it, so it is refused with an error at once.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs a script of several statements without parameters. For migrations and tests only. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** A database error that callers may act upon, alike on both databases. */
export class DatabaseError extends Error {
  /** SQLSTATE, such as `23505`. */
  readonly sqlState: string;
  /** Name of the violated constraint, if any. */
  readonly constraint: string | undefined;
  constructor(sqlState: string, constraint: string | undefined, cause: unknown) {
    super(`database error ${sqlState}${constraint ? ` (${constraint})` : ''}`, { cause });
    this.sqlState = sqlState;
    this.constraint = constraint;
  }
}

/**
 * The database cannot be reached, went away, or did not answer in time. The edge answers 503. What was
 * under way may or may not have been stored when this comes out of `run` or the end of a transaction.
 */
export class DatabaseUnavailable extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`the database is unavailable: ${reason}`, { cause });
  }
}

/** A reason not to start (folder in use, changed migration, …); its message is one line for the operator. */
export class DatabaseSetupError extends Error {}

/** Whether `error` is a violation of a unique constraint, of the one named `constraint` when given. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  error instanceof DatabaseError &&
  error.sqlState === '23505' &&
  (constraint === undefined || error.constraint === constraint);
