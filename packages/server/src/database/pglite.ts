/**
 * The embedded database: PGlite, which is PostgreSQL compiled to WebAssembly, in this process.
 *
 * It survives a process that is killed at any moment: what was acknowledged is in the hands of the
 * operating system. It is not safe against power loss, since PGlite never flushes the disk.
 * It has one connection, so one transaction runs at a time and everything else waits its turn.
 */

import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { type DataFolderLock, lockDataFolder } from './data-folder-lock.ts';
import {
  type Database,
  DatabaseError,
  DatabaseUnavailable,
  type SqlValue,
  type Statement,
  type Transaction,
} from './database.ts';
import { PgliteConnection } from './pglite-connection.ts';
import { dueHousekeeping, housekeepingMillis } from './pglite-housekeeping.ts';
import { repeatOnConflict, TransactionScope } from './transactions.ts';

/** Where the build puts the template, as seen from `dist/database/`. */
export const shippedTemplate = fileURLToPath(new URL('../pglite-template.tar.gz', import.meta.url));

export interface OpenPgliteOptions {
  /** The product's data folder; the database is its folder `pglite`. Without it the database is in memory. */
  dataDir?: string;
  /** A cluster made by `makeTemplate` that an empty database begins with. Used when the file exists. */
  template?: string;
}

/**
 * Opens the embedded database and creates it when there is none.
 *
 * Throws `DatabaseSetupError` when another process has the folder open: two of them would silently
 * lose each other's rows.
 */
export async function openPglite({ dataDir, template = shippedTemplate }: OpenPgliteOptions): Promise<Database> {
  if (dataDir === undefined) return new PgliteDatabase(await create(await beginning(template)));
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(dataDir);
  try {
    return new PgliteDatabase(await openFolder(dataDir, template), lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A log that is kept short: PostgreSQL's own default would keep 1 GB of it for recycling. */
const create = (options: PGliteOptions): Promise<PGlite> =>
  PGlite.create({
    ...options,
    startParams: [...PGlite.defaultStartParams, '-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB'],
  });

/** Options that fill an empty cluster from the template. */
async function beginning(template: string): Promise<PGliteOptions> {
  if (!existsSync(template)) return {};
  // Node's own zlib: PGlite's unpacking of a compressed tar takes twice as long as the whole start.
  return { loadDataDir: new Blob([await promisify(gunzip)(await readFile(template))]) };
}

async function openFolder(dataDir: string, template: string): Promise<PGlite> {
  const cluster = join(dataDir, 'pglite');
  // Present while the cluster is being made. A process that was killed meanwhile leaves half a cluster
  // that PGlite would take for a whole one; nothing can have been stored in it yet.
  const unfinished = join(dataDir, 'pglite.unfinished');
  if (existsSync(unfinished)) await rm(cluster, { recursive: true, force: true });
  else if (existsSync(join(cluster, 'PG_VERSION'))) return create({ dataDir: cluster });
  await writeFile(unfinished, '');
  const pglite = await create({ dataDir: cluster, ...(await beginning(template)) });
  await rm(unfinished);
  return pglite;
}

/** First come, first served. */
class Turns {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  async take(): Promise<void> {
    if (this.#taken) await new Promise<void>(resolve => this.#waiting.push(resolve));
    else this.#taken = true;
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }
}

/** A transaction's own door to the connection, shut when the transaction ends. */
class PgliteTransaction implements Transaction {
  readonly isTransaction = true;
  readonly #connection: PgliteConnection;
  readonly #turns = new Turns();
  #ended = false;

  constructor(connection: PgliteConnection) {
    this.#connection = connection;
  }

  async #next<T>(work: (connection: PgliteConnection) => Promise<T>): Promise<T> {
    await this.#turns.take();
    try {
      // A statement that was not awaited would otherwise run after the commit, outside of any transaction.
      if (this.#ended) throw new Error('the transaction has ended');
      return await work(this.#connection);
    } finally {
      this.#turns.give();
    }
  }

  rows<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row[]> {
    return this.#next(async connection => (await connection.execute(statement, values)).rows as Row[]);
  }

  async row<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row | undefined> {
    return (await this.rows(statement, values))[0];
  }

  run(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<number> {
    return this.#next(async connection => countOf((await connection.execute(statement, values)).tag));
  }

  async script(sql: string): Promise<void> {
    await this.#next(connection => connection.script(sql));
  }

  /** Waits for what is under way and refuses what comes after. */
  async end(): Promise<void> {
    await this.#turns.take();
    this.#ended = true;
    this.#turns.give();
  }
}

/** Rows that a command touched, from its tag: `UPDATE 3`, `INSERT 0 1`. */
const countOf = (tag: string): number => Number(/ (\d+)$/.exec(tag)?.[1] ?? 0);

export class PgliteDatabase implements Database {
  readonly kind = 'pglite';
  readonly #connection: PgliteConnection;
  readonly #lock: DataFolderLock | undefined;
  readonly #turns = new Turns();
  readonly #scope = new TransactionScope();
  readonly #housekeeping: NodeJS.Timeout;
  #closed = false;

  constructor(pglite: PGlite, lock?: DataFolderLock) {
    this.#connection = new PgliteConnection(pglite);
    this.#lock = lock;
    this.#housekeeping = setInterval(() => {
      this.keepHouse().catch(error => {
        if (!this.#closed) process.emitWarning(`database housekeeping failed: ${error}`);
      });
    }, housekeepingMillis);
    this.#housekeeping.unref();
  }

  /** Reclaims space and shortens the log where that is due. Called from time to time; tests call it at once. */
  async keepHouse(): Promise<void> {
    for (const command of await this.#alone(dueHousekeeping)) {
      await this.#alone(connection => connection.command(command));
    }
  }

  async #alone<T>(work: (connection: PgliteConnection) => Promise<T>): Promise<T> {
    this.#scope.refuseInside();
    await this.#turns.take();
    try {
      if (this.#closed) throw new DatabaseUnavailable('it is closed');
      return await work(this.#connection);
    } finally {
      this.#turns.give();
    }
  }

  rows<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row[]> {
    return this.#alone(async connection => (await connection.execute(statement, values)).rows as Row[]);
  }

  async row<Row>(statement: Statement<Row>, values?: readonly SqlValue[]): Promise<Row | undefined> {
    return (await this.rows(statement, values))[0];
  }

  run(statement: Statement<unknown>, values?: readonly SqlValue[]): Promise<number> {
    return this.#alone(async connection => countOf((await connection.execute(statement, values)).tag));
  }

  async script(sql: string): Promise<void> {
    await this.#alone(connection => connection.script(sql));
  }

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return repeatOnConflict(() => this.#alone(connection => this.#attempt(connection, work)));
  }

  async #attempt<T>(connection: PgliteConnection, work: (tx: Transaction) => Promise<T>): Promise<T> {
    await connection.command('BEGIN ISOLATION LEVEL READ COMMITTED');
    const tx = new PgliteTransaction(connection);
    try {
      const result = await this.#scope.run(() => work(tx));
      await tx.end();
      // A transaction with a failed statement in it answers COMMIT by ROLLBACK, and no error.
      if ((await connection.command('COMMIT')) !== 'COMMIT') throw new DatabaseError('25P02', undefined, undefined);
      return result;
    } catch (error) {
      await tx.end();
      await connection.command('ROLLBACK');
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#turns.take();
    try {
      if (this.#closed) return;
      this.#closed = true;
      clearInterval(this.#housekeeping);
      await this.#connection.close();
    } finally {
      this.#lock?.release();
      this.#turns.give();
    }
  }
}
