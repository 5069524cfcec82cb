/**
 * PostgreSQL 15 and later, through `pg`.
 *
 * Short reads share two connections on which statements are pipelined: sent without waiting for the
 * answers before them. Measured at 64 in flight, that is twice the throughput of a pool, at half the CPU
 * on both sides. Everything that may wait for a lock, or is long, has a connection of a pool to itself:
 * on a shared one it would hold up strangers, and two that wait for each other would never end.
 */

import pg from 'pg';
import {
  type Database,
  DatabaseSetupError,
  DatabaseUnavailable,
  type SqlValue,
  type Statement,
  statement,
  type Transaction,
} from './database.ts';
import { isLost, isStale, translate } from './postgres-errors.ts';
import { Reader } from './postgres-reader.ts';
import { PatientSocket } from './postgres-socket.ts';
import { send, sendScript } from './postgres-statements.ts';
import { PostgresTransaction } from './postgres-transaction.ts';
import { LostBeforeCommit, repeatOnConflict, TransactionScope } from './transactions.ts';
import { fromWire } from './wire-format.ts';

export interface OpenPostgresOptions {
  /** `postgres://user:password@host:port/database`; its parameters (`sslmode`, …) override what is set here. */
  url: string;
  /** Connections in all, at least 3. Default 10. */
  maxConnections?: number;
  /** After how many milliseconds the server gives up a statement. Default 10,000; migrations have no limit. */
  statementTimeoutMillis?: number;
}

const readers = 2;

const askSettings = statement<{ dateStyle: string; encoding: string }>(
  'postgres.ask-settings',
  `SELECT current_setting('DateStyle') AS "dateStyle", current_setting('server_encoding') AS encoding`,
);

/** Connects, and makes sure that the server answers as expected. Throws `DatabaseUnavailable` or `DatabaseSetupError`. */
export async function openPostgres(options: OpenPostgresOptions): Promise<Database> {
  const database = new PostgresDatabase(options);
  try {
    const settings = await database.row(askSettings);
    if (!settings?.dateStyle.startsWith('ISO')) throw new DatabaseSetupError('the database must have DateStyle ISO');
    if (settings.encoding !== 'UTF8') throw new DatabaseSetupError('the database must have the encoding UTF8');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Whether a statement may share a connection: a plain read that waits for nobody's row. */
const isShortRead = ({ text, long }: Statement<unknown>): boolean =>
  !long && /^\s*select\b/i.test(text) && !/\bfor\s+(no\s+key\s+update|update|key\s+share|share)\b/i.test(text);

class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;
  readonly #readers: readonly Reader[];
  readonly #shared = new WeakMap<Statement<unknown>, boolean>();
  readonly #scope = new TransactionScope();
  #closed = false;

  constructor({ url, maxConnections = 10, statementTimeoutMillis = 10_000 }: OpenPostgresOptions) {
    const config = {
      connectionString: url,
      application_name: 'freehold',
      pipeline: true,
      stream: () => new PatientSocket(),
      types: { getTypeParser: fromWire as typeof pg.types.getTypeParser },
      connectionTimeoutMillis: 5000,
      statement_timeout: statementTimeoutMillis,
      // For a server that vanished without a word: the server's own limit comes first while it lives.
      query_timeout: statementTimeoutMillis + 5000,
      // A process that hangs in a transaction must not keep its row locks.
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    };
    this.#readers = Array.from({ length: readers }, () => new Reader(config));
    this.#pool = new pg.Pool({ ...config, max: Math.max(1, maxConnections - readers), idleTimeoutMillis: 0 });
    // A connection that breaks, idle or in use, must not end the process: its statements fail by themselves.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', client => client.on('error', () => undefined));
  }

  async #query(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<pg.QueryResult> {
    this.#scope.refuseInside();
    if (this.#closed) throw new DatabaseUnavailable('it is closed');
    const reader = this.#mayShare(statement) ? this.#leastBusy() : undefined;
    const attempt = () =>
      reader ? reader.query(statement, values) : this.#alone(client => send(client, statement, values));
    try {
      return await attempt();
    } catch (error) {
      // A read may always be repeated, on the same reader, whose connection is new now; a change only if
      // it certainly was not made.
      if (isStale(error) || (reader && isLost(error) && !this.#closed)) return attempt();
      throw error;
    }
  }

  #mayShare(statement: Statement<unknown>): boolean {
    const known = this.#shared.get(statement);
    if (known !== undefined) return known;
    const shared = isShortRead(statement);
    this.#shared.set(statement, shared);
    return shared;
  }

  #leastBusy(): Reader {
    return this.#readers.reduce((least, reader) => (reader.inFlight < least.inFlight ? reader : least));
  }

  async #connect(): Promise<pg.PoolClient> {
    if (this.#closed) throw new DatabaseUnavailable('it is closed');
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw translate(error);
    }
  }

  /** Hands a connection of the pool to `work` and takes it back, or throws it away when it is of no more use. */
  async #alone<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    let spent = false;
    try {
      return await work(client);
    } catch (error) {
      spent = error instanceof DatabaseUnavailable || isStale(error);
      throw error;
    } finally {
      client.release(spent);
    }
  }

  async rows<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row[]> {
    return (await this.#query(statement, values)).rows;
  }

  async row<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row | undefined> {
    return (await this.#query(statement, values)).rows[0];
  }

  async run(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<number> {
    return (await this.#query(statement, values)).rowCount ?? 0;
  }

  async script(sql: string): Promise<void> {
    this.#scope.refuseInside();
    await this.#alone(client => sendScript(client, { text: sql }));
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return repeatOnConflict(() => this.#attempt(work));
  }

  async #attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.#scope.refuseInside();
    const client = await this.#connect();
    const tx = new PostgresTransaction(client);
    let committing = false;
    let spent = false;
    try {
      // Not awaited: it travels with the first statement. Should it fail, so does everything after it.
      const begun = tx.begin();
      const result = await this.#scope.run(() => work(tx));
      await begun;
      committing = true;
      await tx.commit();
      return result;
    } catch (error) {
      // Also when `work` made another error of it.
      const lost = tx.spentBy ?? error;
      spent = await tx.rollBack();
      if (!committing && (isLost(lost) || isStale(lost))) throw new LostBeforeCommit('', { cause: lost });
      throw error;
    } finally {
      client.release(spent);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([this.#pool.end(), ...this.#readers.map(reader => reader.close())]);
  }
}
