import { expect, test } from 'vitest';
import { readMigrations } from './migrate.ts';
import { lintMigration } from './migration-lint.ts';

test('the shipped migrations are clean', async () => {
  const migrations = await readMigrations();
  expect(migrations.length).toBeGreaterThan(0);
  expect(migrations.flatMap(({ name, sql }) => lintMigration(sql).map(complaint => ({ name, ...complaint })))).toEqual(
    [],
  );
});

const table = (body: string) => `CREATE TABLE things (\n  tenant_id text NOT NULL,\n  id text,\n  ${body}\n);`;
const good = table('PRIMARY KEY (tenant_id, id)');

test('a well-made migration passes', () => {
  expect(
    lintMigration(`
      -- now(), triggers and advisory locks may be spoken of, as in 'LISTEN to me'
      ${good}
      /* CREATE FUNCTION */
      CREATE TABLE "one" (tenant_id text PRIMARY KEY REFERENCES tenants, host text UNIQUE, -- lint: global
        price numeric(10, 2) NOT NULL DEFAULT 1, note text DEFAULT 'now() is; UNIQUE (x)',
        notified_at timestamptz, CONSTRAINT note_key UNIQUE NULLS NOT DISTINCT (tenant_id, note));
      CREATE UNIQUE INDEX one_note ON one USING btree (tenant_id, lower(note)) WHERE price > 0;
      CREATE INDEX one_by_price ON one (price);
      ALTER TABLE one ADD CONSTRAINT one_price UNIQUE (tenant_id, price);
      ALTER TABLE one ADD COLUMN unique_name text;
      INSERT INTO one (tenant_id) VALUES ('it''s') ON CONFLICT DO NOTHING;`),
  ).toEqual([]);
});

test.each([
  ['CREATE TRIGGER t BEFORE INSERT ON things EXECUTE FUNCTION f()', 'triggers'],
  ['CREATE OR REPLACE CONSTRAINT TRIGGER t AFTER INSERT ON things', 'triggers'],
  ['ALTER TABLE things ADD FOREIGN KEY (tenant_id, id) REFERENCES a DEFERRABLE', 'DEFERRABLE'],
  ['ALTER TABLE things ADD FOREIGN KEY (tenant_id, id) REFERENCES a INITIALLY DEFERRED', 'DEFERRABLE'],
  ['ALTER TABLE things ADD EXCLUDE USING gist (id WITH =)', 'EXCLUDE'],
  ['SELECT pg_advisory_xact_lock(1)', 'advisory'],
  ['SELECT pg_try_advisory_lock(1)', 'advisory'],
  ['LISTEN changes', 'LISTEN'],
  ['NOTIFY changes', 'LISTEN'],
  ["SELECT pg_notify('a', 'b')", 'LISTEN'],
  ['CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1', 'functions'],
  ['create or replace procedure p() language sql', 'functions'],
  ['DO $$ BEGIN NULL; END $$', 'code blocks'],
  ['ALTER TABLE things ADD COLUMN at timestamptz DEFAULT now()', 'clock'],
  ['ALTER TABLE things ADD COLUMN at timestamptz DEFAULT Current_Timestamp', 'clock'],
  ['ALTER TABLE things ADD COLUMN at date DEFAULT CURRENT_DATE', 'clock'],
  ['ALTER TABLE things ADD COLUMN at timestamp DEFAULT localtimestamp', 'clock'],
  ['ALTER TABLE things ADD COLUMN at timestamptz DEFAULT clock_timestamp ()', 'clock'],
  ['ALTER TABLE things ADD COLUMN n bigserial', 'sequences'],
  ['ALTER TABLE things ADD COLUMN n int GENERATED ALWAYS AS IDENTITY', 'sequences'],
  ['ALTER TABLE things ADD CONSTRAINT k UNIQUE (id)', 'UNIQUE must begin'],
  ['ALTER TABLE things ADD COLUMN email text UNIQUE', 'UNIQUE must begin with tenant_id, not with email'],
  ['CREATE UNIQUE INDEX k ON things (lower(id))', 'UNIQUE must begin'],
  ['CREATE UNIQUE INDEX CONCURRENTLY k ON things USING btree (id, tenant_id)', 'UNIQUE must begin'],
  ['CREATE TABLE a (tenant_id text, id text)', 'no PRIMARY KEY'],
  ['CREATE TABLE a AS SELECT 1', 'no PRIMARY KEY'],
  ['CREATE TABLE a (id text PRIMARY KEY, tenant_id text)', 'PRIMARY KEY must begin with tenant_id, not with id'],
  [
    'CREATE TABLE a (tenant_id text, price numeric(10, 2) PRIMARY KEY)',
    'PRIMARY KEY must begin with tenant_id, not with price',
  ],
  ['CREATE TABLE a (tenant_id text, id text, PRIMARY KEY (id, tenant_id))', 'PRIMARY KEY must begin'],
  ['CREATE TABLE a (id text, tenant_id text, CONSTRAINT k PRIMARY KEY (id))', 'PRIMARY KEY must begin'],
  ['CREATE TABLE a (tenant_id text PRIMARY KEY, host text UNIQUE)', 'UNIQUE must begin with tenant_id, not with host'],
  ['CREATE TABLE a (tenant_id text PRIMARY KEY, host text, UNIQUE NULLS NOT DISTINCT (host))', 'UNIQUE must begin'],
])('%s is refused', (statement, message) => {
  const complaints = lintMigration(`${good}\n\n${statement};`);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toEqual({ line: 7, message: expect.stringContaining(message) });
});
