import pg from 'pg';
import type { SqlValue, Statement } from './database.ts';
import { isLost, isStale, translate } from './postgres-errors.ts';
import { send } from './postgres-statements.ts';

/** A connection that many callers use at once; it is made when needed and again when it broke. */
export class Reader {
  readonly #config: pg.ClientConfig;
  #client: Promise<pg.Client> | undefined;
  inFlight = 0;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  async query(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<pg.QueryResult> {
    this.inFlight++;
    this.#client ??= this.#connect();
    const connected = this.#client;
    try {
      return await send(await connected, statement, values);
    } catch (error) {
      if (isStale(error) || isLost(error)) this.#forget(connected);
      throw error;
    } finally {
      this.inFlight--;
    }
  }

  #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    const connected = client.connect().then(
      () => client,
      error => {
        this.#forget(connected);
        throw translate(error);
      },
    );
    // Without a listener a lost connection would end the process. Its statements fail by themselves.
    client.on('error', () => this.#forget(connected));
    client.on('end', () => this.#forget(connected));
    return connected;
  }

  /** Lets the next caller connect anew; those who still wait for an answer get it first. */
  #forget(connected: Promise<pg.Client>): void {
    if (this.#client !== connected) return;
    this.#client = undefined;
    connected.then(
      client => client.end(),
      () => undefined,
    );
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }
}
