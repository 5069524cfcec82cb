import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyPglite, emptyPostgresDatabase } from '../testing/test-database.ts';
import { type Database, DatabaseSetupError, statement } from './database.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPostgres } from './postgres.ts';

const onServer = Boolean(process.env['TEST_DATABASE_URL']);
const backends: [name: string, url: () => Promise<string | undefined>][] = [['PGlite', async () => undefined]];
if (onServer) backends.push(['PostgreSQL', emptyPostgresDatabase]);

const open = (url: string | undefined) => (url ? openPostgres({ url }) : emptyPglite());
const countThings = statement<{ n: number }>('migrate-test.count', 'SELECT count(*) AS n FROM things');
const record = statement<{ name: string; checksum: string; appliedAt: Date }>(
  'migrate-test.record',
  `SELECT name, checksum, applied_at AS "appliedAt" FROM schema_migrations WHERE name LIKE '0001-%'`,
);

let folder: string;
let database: Database | undefined;
const write = (file: string, sql: string) => writeFile(join(folder, file), sql);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'freehold-migrations-'));
  await write('0001-things.sql', 'CREATE TABLE things (a int); INSERT INTO things VALUES (1);');
  await write('0002-more.sql', '-- a comment\nINSERT INTO things VALUES (2), (3);\n');
});

afterEach(async () => {
  await database?.close();
  database = undefined;
  await rm(folder, { recursive: true });
});

describe.each(backends)('on %s', (_, makeUrl) => {
  test('migrations are applied once, in order, then new ones; a changed or unknown one stops the start', async () => {
    const now = new Date('2030-01-01T00:00:00Z');
    database = await open(await makeUrl());

    expect(await migrate(database, { folder, now })).toEqual(['0001-things', '0002-more']);
    expect(await database?.row(record)).toEqual({
      name: '0001-things',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      appliedAt: now,
    });
    expect(await migrate(database, { folder })).toEqual([]);
    expect(await database?.row(countThings)).toEqual({ n: 3 });

    await write('0003-last.sql', 'INSERT INTO things VALUES (4)');
    expect(await migrate(database, { folder })).toEqual(['0003-last']);
    expect(await database?.row(countThings)).toEqual({ n: 4 });

    await write('0002-more.sql', 'INSERT INTO things VALUES (2)');
    const changed = migrate(database, { folder });
    await expect(changed).rejects.toThrow(DatabaseSetupError);
    await expect(changed).rejects.toThrow(/0002-more was changed/);

    await write('0002-more.sql', '-- a comment\nINSERT INTO things VALUES (2), (3);\n');
    await rm(join(folder, '0003-last.sql'));
    const unknown = migrate(database, { folder });
    await expect(unknown).rejects.toThrow(DatabaseSetupError);
    await expect(unknown).rejects.toThrow(/0003-last, which this version does not know/);
  });

  test('a failing migration leaves nothing of itself, and can be mended', async () => {
    await write('0002-more.sql', 'INSERT INTO things VALUES (2); INSERT INTO nowhere VALUES (3);');
    database = await open(await makeUrl());
    await expect(migrate(database, { folder })).rejects.toMatchObject({ sqlState: '42P01' });
    expect(await database?.row(countThings)).toEqual({ n: 1 });
    await write('0002-more.sql', 'INSERT INTO things VALUES (2)');
    expect(await migrate(database, { folder })).toEqual(['0002-more']);
    expect(await database?.row(countThings)).toEqual({ n: 2 });
  });
});

test.each(['0002-gap.sql', '1-short.sql', '0001-Upper.sql', '0001_underscore.sql'])('%s is misnamed', async file => {
  await rm(join(folder, '0001-things.sql'));
  await rm(join(folder, '0002-more.sql'));
  await write(file, 'SELECT 1');
  await expect(readMigrations(folder)).rejects.toThrow(/should be named 0001-/);
});

test.runIf(onServer)(
  'of processes that start at once on an empty database, each migration is applied by one',
  async () => {
    const url = await emptyPostgresDatabase();
    const starters = await Promise.all(Array.from({ length: 8 }, () => openPostgres({ url, maxConnections: 3 })));
    database = starters[0];
    await write('0001-things.sql', 'SELECT pg_sleep(0.2); CREATE TABLE things (a int); INSERT INTO things VALUES (1);');
    const applied = await Promise.all(starters.map(starter => migrate(starter, { folder })));
    expect(applied.flat().sort()).toEqual(['0001-things', '0002-more']);
    expect(await database?.row(countThings)).toEqual({ n: 3 });
    await Promise.all(starters.map(starter => starter.close()));
  },
);
