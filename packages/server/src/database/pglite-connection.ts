/**
 * One PGlite cluster, spoken to in PostgreSQL's own protocol: a statement is parsed once, its values are
 * bound and never quoted into SQL. `PGlite.query()` would parse and describe it anew in each of five
 * round trips, at five times the cost.
 */

import { type PGlite, protocol } from '@electric-sql/pglite';
import { DatabaseUnavailable, type SqlValue, type Statement } from './database.ts';
import { toDatabaseError } from './driver-error.ts';
import { fromWire, toWire } from './wire-format.ts';

const { serialize, messages } = protocol;

const describePortal = serialize.describe({ type: 'P' });
const executePortal = serialize.execute({});
const sync = serialize.sync();

interface Result {
  rows: Record<string, unknown>[];
  /** What was done: `UPDATE 3`, `INSERT 0 1`, `COMMIT`. */
  tag: string;
}

interface Column {
  name: string;
  parse: (text: string) => unknown;
}

const toColumn = (field: { name: string; dataTypeID: number }): Column => ({
  name: field.name,
  parse: fromWire(field.dataTypeID),
});

function toRow(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  columns.forEach(({ name, parse }, index) => {
    const text = fields[index] ?? null;
    row[name] = text === null ? null : parse(text);
  });
  return row;
}

/** Not for parallel use: PGlite mixes up the answers of two requests that are under way at once. */
export class PgliteConnection {
  readonly #pglite: PGlite;
  readonly #prepared = new Set<string>();

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async execute({ name, text }: Statement<unknown>, values: readonly SqlValue[] = []): Promise<Result> {
    const bind = serialize.bind({ statement: name, values: values.map(toWire) });
    const request = [bind, describePortal, executePortal, sync];
    if (!this.#prepared.has(name)) request.unshift(serialize.parse({ name, text }));
    return this.#send(Buffer.concat(request), () => this.#prepared.add(name));
  }

  /** Runs what must not be prepared (`BEGIN`, `CHECKPOINT`) and returns what was done. */
  async command(sql: string): Promise<string> {
    return (await this.#send(serialize.query(sql))).tag;
  }

  /** Runs several statements without values. They may change tables, so what was prepared is prepared anew. */
  async script(sql: string): Promise<void> {
    await this.command(sql);
    await this.command('DEALLOCATE ALL');
    this.#prepared.clear();
  }

  close(): Promise<void> {
    return this.#pglite.close();
  }

  async #send(request: Uint8Array, onParsed?: () => void): Promise<Result> {
    const answers = await this.#pglite.execProtocolStream(request, { syncToFs: false, throwOnError: false });
    const result: Result = { rows: [], tag: '' };
    let columns: Column[] = [];
    let failure: InstanceType<typeof messages.DatabaseError> | undefined;
    for (const answer of answers) {
      if (answer instanceof messages.DataRowMessage) result.rows.push(toRow(columns, answer.fields));
      else if (answer instanceof messages.RowDescriptionMessage) columns = answer.fields.map(toColumn);
      else if (answer instanceof messages.CommandCompleteMessage) result.tag = answer.text;
      else if (answer instanceof messages.DatabaseError) failure ??= answer;
      else if (answer.name === 'parseComplete') onParsed?.();
    }
    if (failure) throw toDatabaseError(failure);
    if (answers.at(-1)?.name !== 'readyForQuery') throw new DatabaseUnavailable('PGlite gave no answer');
    return result;
  }
}
