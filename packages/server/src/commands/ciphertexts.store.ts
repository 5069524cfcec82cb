import { type Database, type Statement, statement } from '../database/database.ts';

/** One ciphertext of the database: where it is and what it says. */
export interface StoredCiphertext {
  readonly table: CiphertextTable;
  /** The row's primary key, in its order. */
  readonly key: readonly string[];
  readonly value: string;
}

// Every column that is encrypted with the installation's key. The key's columns are, in this order,
// what the ciphertext is bound to, after the table's name.
const columns = {
  signing_keys: { key: ['tenant_id', 'kid'], column: 'private_key' },
  tenant_secrets: { key: ['tenant_id', 'name'], column: 'value' },
  application_secrets: { key: ['tenant_id', 'application_id', 'name'], column: 'value' },
  connectors: { key: ['tenant_id', 'id'], column: 'config' },
  hooks: { key: ['tenant_id', 'id'], column: 'secrets' },
  hook_logs: { key: ['tenant_id', 'id'], column: 'payload' },
  provider_tokens: { key: ['tenant_id', 'user_id', 'target'], column: 'tokens' },
  user_keys: { key: ['tenant_id', 'user_id'], column: 'wrapped_key' },
} as const;

export type CiphertextTable = keyof typeof columns;
export const ciphertextTables = Object.keys(columns) as readonly CiphertextTable[];

interface Row {
  readonly key: string[];
  readonly value: string;
}

const lists = {} as Record<CiphertextTable, Statement<Row>>;
const updates = {} as Record<CiphertextTable, Statement<never>>;
for (const table of ciphertextTables) {
  const { key, column } = columns[table];
  lists[table] = statement<Row>(
    `ciphertexts.list-${table}`,
    `SELECT ARRAY[${key.join(', ')}] AS key, ${column} AS value FROM ${table}
     WHERE ARRAY[${key.join(', ')}] > $1::text[] ORDER BY ${key.join(', ')} LIMIT $2`,
  );
  const match = key.map((name, i) => `${name} = $${i + 3}`).join(' AND ');
  updates[table] = statement(
    `ciphertexts.update-${table}`,
    `UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2 AND ${match}`,
  );
}

/** The next ciphertexts of a table after the row `after`, in the order of the primary key. */
export async function listCiphertexts(
  db: Database,
  table: CiphertextTable,
  after: readonly string[],
  limit: number,
): Promise<StoredCiphertext[]> {
  const rows = await db.rows(lists[table], [after, limit]);
  return rows.map(row => ({ table, ...row }));
}

/** Replaces a ciphertext if it is still the one that was read. */
export const replaceCiphertext = (db: Database, { table, key, value }: StoredCiphertext, next: string) =>
  db.run(updates[table], [next, value, ...key]);
