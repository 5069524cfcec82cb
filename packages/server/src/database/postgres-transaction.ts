import type pg from 'pg';
import { DatabaseError, DatabaseUnavailable, type SqlValue, type Statement, type Transaction } from './database.ts';
import { isStale } from './postgres-errors.ts';
import { send, sendScript } from './postgres-statements.ts';

/** Milliseconds, as far as the driver can count them. */
const noTimeLimit = 2 ** 31 - 1;

/** Whether the statement was refused only because one before it in the transaction had failed. */
const isAborted = (error: unknown): boolean => error instanceof DatabaseError && error.sqlState === '25P02';

/** A transaction's own connection, out of reach when the transaction has ended. */
export class PostgresTransaction implements Transaction {
  readonly isTransaction = true;
  readonly #client: pg.ClientBase;
  #ended = false;
  /** Why the connection is of no more use: it was lost, or its prepared statements are stale. */
  spentBy: unknown;
  #failedBy: unknown;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  #send(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<pg.QueryResult> {
    return this.#watch(() => send(this.#client, statement, values));
  }

  async #watch(query: () => Promise<pg.QueryResult>): Promise<pg.QueryResult> {
    // A statement that was not awaited would otherwise run after the commit, in somebody else's transaction.
    if (this.#ended) throw new Error('the transaction has ended');
    const hadFailed = this.#failedBy !== undefined;
    try {
      return await query();
    } catch (error) {
      if (error instanceof DatabaseUnavailable || isStale(error)) this.spentBy ??= error;
      this.#failedBy ??= error;
      // Statements that were sent together fail together: the one that failed first says why.
      throw isAborted(error) && !hadFailed ? this.#failedBy : error;
    }
  }

  /** Its failure may go unheard: every statement behind it fails as well. */
  begin(): Promise<unknown> {
    const begun = this.#watch(() => sendScript(this.#client, { text: 'BEGIN ISOLATION LEVEL READ COMMITTED' }));
    begun.catch(() => undefined);
    return begun;
  }

  async commit(): Promise<void> {
    const committed = this.#watch(() => sendScript(this.#client, { text: 'COMMIT' }));
    this.#ended = true;
    // A transaction with a failed statement in it answers COMMIT by ROLLBACK, and no error.
    if ((await committed).command !== 'COMMIT') throw new DatabaseError('25P02', undefined, undefined);
  }

  /** Returns whether the connection must be thrown away. */
  async rollBack(): Promise<boolean> {
    this.#ended = true;
    if (this.spentBy !== undefined) return true;
    try {
      await this.#client.query('ROLLBACK');
      return false;
    } catch {
      return true;
    }
  }

  async rows<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row[]> {
    return (await this.#send(statement, values)).rows;
  }

  async row<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row | undefined> {
    return (await this.#send(statement, values)).rows[0];
  }

  async run(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<number> {
    return (await this.#send(statement, values)).rowCount ?? 0;
  }

  async script(sql: string): Promise<void> {
    await this.#watch(() => sendScript(this.#client, { text: sql, query_timeout: noTimeLimit }));
  }
}
