/**
 * The embedded database: PGlite, which is PostgreSQL compiled to WebAssembly, in this process.
 *
 * It survives a process that is killed at any moment: what was acknowledged is in the files of the
 * operating system. It is not safe against power loss, since PGlite cannot flush the disk's own cache.
 * It has one connection, so one transaction runs at a time and everything else waits its turn.
 */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite, protocol } from '@electric-sql/pglite';
import { type DataFolderLock, lockDataFolder } from './data-folder-lock.ts';
import { type Database, DatabaseError, DatabaseUnavailable, type SqlValue, type Statement } from './database.ts';
import { repeatOnConflict, TransactionScope } from './transactions.ts';
import { fromWire, toWire } from './wire-format.ts';

const { serialize, messages: message } = protocol;

/** Where the build puts the template: `dist/pglite-template.tar.gz`. */
export const shippedTemplate = fileURLToPath(new URL('../pglite-template.tar.gz', import.meta.url));

export interface PgliteOptions {
  /** Folder of the product's data; the database lives in its folder `pglite`. Without it the database is in memory. */
  dataDir?: string;
  /** A ready-made cluster (see `makeTemplate`) that an empty database begins with. Default: the one in `dist`. */
  template?: string;
}

interface Result {
  rows: Record<string, unknown>[];
  /** Rows that the command touched, from its tag: `UPDATE 3`, `INSERT 0 1`. */
  count: number;
}

type Column = { name: string; parse: (text: string) => unknown };

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

/** One cluster, spoken to in PostgreSQL's own protocol: values are bound, never quoted into SQL. */
class Connection {
  readonly #pglite: PGlite;
  readonly #prepared = new Set<string>();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** Parses the statement on its first use, then binds and executes it. */
  async execute(statement: Statement<unknown>, values: readonly SqlValue[] = []): Promise<Result> {
    const { name, text } = statement;
    const request: Uint8Array[] = [];
    if (!this.#prepared.has(name)) request.push(serialize.parse({ name, text }));
    request.push(serialize.bind({ statement: name, values: values.map(toWire) }), describePortal, execute, sync);
    return this.#send(Buffer.concat(request), () => this.#prepared.add(name));
  }

  /** Runs a script of several statements; what it answers is ignored. */
  async script(sql: string): Promise<void> {
    await this.#send(serialize.query(sql));
  }

  async #send(request: Uint8Array, onParsed?: () => void): Promise<Result> {
    const answers = await this.#pglite.execProtocolStream(request, { syncToFs: false, throwOnError: false });
    let columns: Column[] = [];
    let failure: InstanceType<typeof message.DatabaseError> | undefined;
    const result: Result = { rows: [], count: 0 };
    for (const answer of answers) {
      if (answer instanceof message.DataRowMessage) result.rows.push(toRow(columns, answer.fields));
      else if (answer instanceof message.RowDescriptionMessage) columns = answer.fields.map(toColumn);
      else if (answer instanceof message.CommandCompleteMessage) result.count = countOf(answer.text);
      else if (answer instanceof message.DatabaseError) failure ??= answer;
      else if (answer.name === 'parseComplete') onParsed?.();
    }
    if (failure) throw new DatabaseError(failure.code ?? 'XX000', failure.constraint, failure);
    if (answers.at(-1)?.name !== 'readyForQuery') throw new DatabaseUnavailable('PGlite gave no answer');
    return result;
  }

  get inTransaction(): boolean {
    return this.#pglite.isInTransaction();
  }
}

const describePortal = serialize.describe({ type: 'P' });
const execute = serialize.execute({});
const sync = serialize.sync();

const toColumn = (field: { name: string; dataTypeID: number }): Column => ({
  name: field.name,
  parse: fromWire(field.dataTypeID),
});

function toRow(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, { name, parse }] of columns.entries()) {
    const text = fields[index] ?? null;
    row[name] = text === null ? null : parse(text);
  }
  return row;
}

const countOf = (commandTag: string): number => Number(/ (\d+)$/.exec(commandTag)?.[1] ?? 0);
