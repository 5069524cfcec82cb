/** What every store may rely on, shown on both databases: PGlite always, PostgreSQL when TEST_DATABASE_URL is set. */

import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyPostgresDatabase, testTemplate } from '../testing/test-database.ts';
import { type Database, DatabaseError, DatabaseUnavailable, isUniqueViolation, json, statement } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

const backends: [name: string, open: () => Promise<Database>][] = [
  ['PGlite', async () => openPglite({ template: await testTemplate() })],
];
if (process.env['TEST_DATABASE_URL']) {
  backends.push(['PostgreSQL', async () => openPostgres({ url: await emptyPostgresDatabase() })]);
}

const echo = statement<Record<string, unknown>>(
  'conformance.echo',
  `SELECT $1::text AS text, $2::int AS int, $3::bigint AS bigint, $4::boolean AS boolean, $5::timestamptz AS instant,
          $6::bytea AS bytes, $7::jsonb AS json, $8::text[] AS texts, $9::numeric AS numeric, $10::float8 AS float`,
);
const echoText = statement<{ text: string }>('conformance.echo-text', 'SELECT $1::text AS text');
const echoTexts = statement<{ texts: string[] }>('conformance.echo-texts', 'SELECT $1::text[] AS texts');
const echoJson = statement<{ json: unknown; text: string }>(
  'conformance.echo-json',
  'SELECT $1::jsonb AS json, $1::jsonb::text AS text',
);
const castJson = statement('conformance.cast-json', 'SELECT $1::text::jsonb AS json');
const castInstant = statement('conformance.cast-instant', 'SELECT $1::text::timestamptz AS instant');
const echoInt = statement<{ n: number }>('conformance.echo-int', 'SELECT $1::int AS n');
const count = statement<{ n: number }>('conformance.count', 'SELECT count(*) AS n FROM things WHERE owner = $1');
const insert = statement('conformance.insert', 'INSERT INTO things (owner, id, n) VALUES ($1, $2, $3)');
const insertMany = statement(
  'conformance.insert-many',
  'INSERT INTO things (owner, id, n) SELECT $1, i::text, 0 FROM generate_series(1, $2::int) i',
);
const insertReturning = statement<{ n: number }>(
  'conformance.insert-returning',
  'INSERT INTO things (owner, id, n) VALUES ($1, $2, $3) RETURNING n',
);
const find = statement<{ n: number }>('conformance.find', 'SELECT n FROM things WHERE owner = $1 AND id = $2');
const lock = statement<{ n: number }>('conformance.lock', `${find.text} FOR UPDATE`);
const setN = statement('conformance.set', 'UPDATE things SET n = $3 WHERE owner = $1 AND id = $2');
const take = statement('conformance.take', 'UPDATE things SET n = 0 WHERE owner = $1 AND id = $2 AND n = 1');
const divide = statement<{ n: number }>('conformance.divide', 'SELECT 1 / $1::int AS n');
const misspelt = statement('conformance.misspelt', 'SELECT nothing FROM nowhere WHERE a = $1');
const raise = statement('conformance.raise', 'SELECT raise($1)');

describe.each(backends)('%s', (_, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.script(`
      CREATE TABLE things (owner text, id text, n int NOT NULL CONSTRAINT things_n_small CHECK (n < 1000),
        CONSTRAINT things_key PRIMARY KEY (owner, id));
      CREATE FUNCTION raise(state text) RETURNS int LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = state; END $$`);
  });

  afterAll(() => database.close());

  describe('values', () => {
    test('come back as they went in, each in its JavaScript type', async () => {
      const instant = new Date('2024-02-29T23:59:59.123Z');
      const bytes = Buffer.from([0, 1, 39, 92, 255]);
      const row = await database.row(echo, [
        'text',
        -7,
        2 ** 40,
        true,
        instant,
        bytes,
        json({ a: [1, null, { b: 'c' }] }),
        ['x', 'y'],
        '1.50',
        0.1,
      ]);
      expect(row).toEqual({
        text: 'text',
        int: -7,
        bigint: 2 ** 40,
        boolean: true,
        instant,
        bytes,
        json: { a: [1, null, { b: 'c' }] },
        texts: ['x', 'y'],
        numeric: '1.50',
        float: 0.1,
      });
      expect(row?.['instant']).toBeInstanceOf(Date);
      expect(row?.['bytes']).toBeInstanceOf(Buffer);
    });

    test('a null is a null in every type', async () => {
      const row = await database.row(echo, Array(10).fill(null));
      expect(new Set(Object.values(row ?? {}))).toEqual(new Set([null]));
    });

    test.each([
      '',
      "it's",
      '"',
      '\\',
      "'; DROP TABLE things; --",
      '$1',
      '%s',
      '\n\t\r',
      'žluťoučký',
      '漢字',
      '👩‍👩‍👧',
      'e\u0301',
      'x'.repeat(300_000),
    ])('text %# is bound, not quoted', async text => {
      expect(await database.row(echoText, [text])).toEqual({ text });
    });

    test.each([
      ['NUL', 'a\0b'],
      ['half a surrogate pair', 'a\ud800b'],
      ['the other half', 'é\udc00'],
    ])('text with %s is refused', async (_, text) => {
      await expect(database.row(echoText, [text])).rejects.toMatchObject({ sqlState: '22021' });
      await expect(database.row(echoTexts, [[text]])).rejects.toMatchObject({ sqlState: '22021' });
    });

    test('text arrays keep what looks like array syntax', async () => {
      const texts = ['', 'NULL', 'a,b', '{}', '"', '\\', "'", ' blank ', '漢字', 'a"b\\c'];
      expect(await database.row(echoTexts, [texts])).toEqual({ texts });
      expect(await database.row(echoTexts, [[]])).toEqual({ texts: [] });
    });

    test.each([
      [[]],
      [[1, 'two', [3]]],
      [['a', 'b']],
      ['text'],
      [7],
      [false],
      [null],
      [{ 漢字: '👩‍👩‍👧', "it's": '\\"' }],
    ])('JSON %j comes back parsed', async value => {
      expect(await database.row(echoJson, [json(value)])).toMatchObject({ json: value });
    });

    test('JSON may be had as text, to be passed through', async () => {
      const row = await database.row(echoJson, [json({ a: 1 })]);
      expect(row?.text).toBe('{"a": 1}');
    });

    test('JSON that holds NUL or half a surrogate pair is refused', async () => {
      await expect(database.row(echoJson, [json('\0')])).rejects.toBeInstanceOf(DatabaseError);
      await expect(database.row(echoJson, [json('\ud800')])).rejects.toBeInstanceOf(DatabaseError);
    });

    test('an instant keeps its milliseconds before 1970 and far ahead', async () => {
      for (const text of ['1969-12-31T23:59:59.999Z', '0900-01-01T00:00:00.001Z', '9999-12-31T23:59:59.999Z']) {
        const row = await database.row(echo, [null, null, null, null, new Date(text), null, null, null, null, null]);
        expect(row?.['instant']).toEqual(new Date(text));
      }
    });

    test('a count is a number, and a bigint that no number can hold is an error', async () => {
      expect(await database.row(count, ['nobody'])).toEqual({ n: 0 });
      const tooLarge = statement('conformance.too-large', 'SELECT 9007199254740993::bigint AS n');
      await expect(database.row(tooLarge)).rejects.toThrow(RangeError);
      expect(await database.row(count, ['nobody'])).toEqual({ n: 0 });
    });
  });

  describe('statements', () => {
    test('run tells how many rows it touched', async () => {
      expect(await database.run(insertMany, ['run', 12])).toBe(12);
      expect(await database.run(setN, ['run', '3', 5])).toBe(1);
      expect(await database.run(setN, ['run', 'none', 5])).toBe(0);
    });

    test('a change may return rows', async () => {
      expect(await database.rows(insertReturning, ['returning', 'a', 7])).toEqual([{ n: 7 }]);
      expect(await database.row(find, ['returning', 'none'])).toBeUndefined();
    });

    test('many at once come back to the right caller', async () => {
      const numbers = Array.from({ length: 500 }, (_, i) => i);
      const answers = await Promise.all(numbers.map(n => database.row(echoInt, [n])));
      expect(answers.map(answer => answer?.n)).toEqual(numbers);
    });

    test('failing ones among many fail alone', async () => {
      const divisors = Array.from({ length: 100 }, (_, i) => i % 10);
      const answers = await Promise.allSettled(divisors.map(n => database.row(divide, [n])));
      answers.forEach((answer, i) => {
        expect(answer.status).toBe(i % 10 === 0 ? 'rejected' : 'fulfilled');
      });
    });

    test('an error names its SQLSTATE and leaves the connection usable', async () => {
      await expect(database.row(divide, [0])).rejects.toMatchObject({ sqlState: '22012', constraint: undefined });
      expect(await database.row(divide, [1])).toEqual({ n: 1 });
      for (let i = 0; i < 3; i++)
        await expect(database.rows(misspelt, ['a'])).rejects.toMatchObject({ sqlState: '42P01' });
      await expect(database.row(echoInt, ['x'])).rejects.toMatchObject({ sqlState: '22P02' });
      expect(await database.row(echoInt, [4])).toEqual({ n: 4 });
    });

    test('a violated constraint is named', async () => {
      await database.run(insert, ['unique', 'a', 1]);
      const error: unknown = await database.run(insert, ['unique', 'a', 2]).catch(error => error);
      expect(error).toBeInstanceOf(DatabaseError);
      expect(isUniqueViolation(error)).toBe(true);
      expect(isUniqueViolation(error, 'things_key')).toBe(true);
      expect(isUniqueViolation(error, 'another_key')).toBe(false);
      await expect(database.run(insert, ['unique', 'b', 1000])).rejects.toMatchObject({
        sqlState: '23514',
        constraint: 'things_n_small',
      });
    });

    test('an error holds none of the values, however deep a log looks', async () => {
      await database.run(insert, ['sécret "a"', 'a', 1]);
      const failures: [sqlState: string, fail: () => Promise<unknown>][] = [
        ['23505', () => database.run(insert, ['sécret "a"', 'a', 1])],
        ['23514', () => database.run(insert, ['sécret "a"', 'b', 1000])],
        ['23502', () => database.run(insert, ['sécret "a"', 'c', null])],
        ['22P02', () => database.row(echoInt, ['a "sécret" b'])],
        ['22P02', () => database.row(castJson, ['{ sécret \n"'])],
        ['22007', () => database.row(castInstant, ['sécret'])],
      ];
      for (const [sqlState, fail] of failures) {
        const error: unknown = await fail().catch(error => error);
        expect(error).toMatchObject({ sqlState });
        expect(inspect(error, { depth: null, showHidden: true })).not.toContain('sécret');
      }
    });

    test('a prepared read survives a change of the columns under it', async () => {
      await database.script('CREATE TABLE changing (a int); INSERT INTO changing VALUES (1)');
      const read = statement('conformance.read-changing', 'SELECT a FROM changing');
      const write = statement('conformance.write-changing', 'UPDATE changing SET a = a RETURNING a');
      expect(await database.row(read)).toEqual({ a: 1 });
      expect(await database.row(write)).toEqual({ a: 1 });
      await database.transaction(tx => tx.row(write));
      await database.script('ALTER TABLE changing ALTER a TYPE text');
      expect(await database.row(read)).toEqual({ a: '1' });
      expect(await database.transaction(tx => tx.row(write))).toEqual({ a: '1' });
      expect(await database.row(write)).toEqual({ a: '1' });
    });
  });

  describe('a transaction', () => {
    test('is stored when its work resolves, whose result it passes on', async () => {
      const result = await database.transaction(async tx => {
        await tx.run(insert, ['commit', 'a', 1]);
        await tx.run(insert, ['commit', 'b', 2]);
        expect(await tx.row(count, ['commit'])).toEqual({ n: 2 });
        return 'done';
      });
      expect(result).toBe('done');
      expect(await database.row(count, ['commit'])).toEqual({ n: 2 });
    });

    test('is undone when its work throws, whose error it passes on', async () => {
      const error = new Error('changed my mind');
      const outcome = database.transaction(async tx => {
        await tx.run(insert, ['rollback', 'a', 1]);
        throw error;
      });
      await expect(outcome).rejects.toBe(error);
      expect(await database.row(count, ['rollback'])).toEqual({ n: 0 });
    });

    test('is undone when a statement in it fails, even if the work hides the error', async () => {
      const work = database.transaction(async tx => {
        await tx.run(insert, ['hidden', 'a', 1]);
        await tx.run(insert, ['hidden', 'a', 1]).catch(() => undefined);
        return 'all is well';
      });
      await expect(work).rejects.toMatchObject({ sqlState: '25P02' });
      expect(await database.row(count, ['hidden'])).toEqual({ n: 0 });
    });

    test('refuses further statements after a failed one', async () => {
      await database
        .transaction(async tx => {
          await expect(tx.run(divide, [0])).rejects.toMatchObject({ sqlState: '22012' });
          await expect(tx.row(echoInt, [1])).rejects.toMatchObject({ sqlState: '25P02' });
          throw new Error('enough');
        })
        .catch(error => expect(error).toMatchObject({ message: 'enough' }));
    });

    test('says of statements that were sent at once why the first of them failed', async () => {
      const change = database.transaction(async tx => {
        // The failure comes through more layers than what fails behind it.
        const wrapped = async () => {
          const run = async () => tx.run(divide, [0]);
          return await run();
        };
        await Promise.all([wrapped(), tx.row(echoInt, [1])]);
      });
      await expect(change).rejects.toMatchObject({ sqlState: '22012' });
    });

    test('takes statements at once and answers each', async () => {
      const answers = await database.transaction(tx => Promise.all([1, 2, 3].map(n => tx.row(echoInt, [n]))));
      expect(answers).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    });

    test('takes the same statement as the database itself', async () => {
      await database.run(insert, ['same', 'a', 1]);
      await database.transaction(async tx => {
        await tx.run(insert, ['same', 'b', 1]);
        expect(await tx.row(find, ['same', 'a'])).toEqual({ n: 1 });
      });
      expect(await database.row(find, ['same', 'b'])).toEqual({ n: 1 });
    });

    test('is refused after its end', async () => {
      const leaked = await database.transaction(async tx => ({ tx }));
      await expect(leaked.tx.run(insert, ['leaked', 'a', 1])).rejects.toThrow('ended');
      expect(await database.row(count, ['leaked'])).toEqual({ n: 0 });
    });

    test('refuses to be bypassed, which would wait for itself', async () => {
      await database.transaction(async tx => {
        await expect(database.row(echoInt, [1])).rejects.toThrow('only its own tx');
        await expect(database.run(insert, ['bypass', 'a', 1])).rejects.toThrow('only its own tx');
        await expect(database.transaction(async () => 1)).rejects.toThrow('only its own tx');
        expect(await tx.row(echoInt, [2])).toEqual({ n: 2 });
      });
      expect(await database.row(count, ['bypass'])).toEqual({ n: 0 });
    });

    test('runs a script', async () => {
      await database.transaction(tx =>
        tx.script(`CREATE TABLE scripted (a int); INSERT INTO scripted VALUES (1), (2)`),
      );
      const read = statement('conformance.read-scripted', 'SELECT count(*) AS n FROM scripted');
      expect(await database.row(read)).toEqual({ n: 2 });
    });

    test.each(['40001', '40P01'])(
      'is repeated on %s until it succeeds, and only its last attempt counts',
      async state => {
        let attempts = 0;
        await database.transaction(async tx => {
          attempts++;
          await tx.run(insert, [`retry-${state}`, String(attempts), 1]);
          if (attempts < 3) await tx.row(raise, [state]);
        });
        expect(attempts).toBe(3);
        expect(await database.row(count, [`retry-${state}`])).toEqual({ n: 1 });
      },
    );

    test('is not repeated for ever, nor for any other error', async () => {
      let attempts = 0;
      const attempt = (state: string) =>
        database.transaction(async tx => {
          attempts++;
          await tx.row(raise, [state]);
        });
      await expect(attempt('40001')).rejects.toMatchObject({ sqlState: '40001' });
      expect(attempts).toBe(6);
      attempts = 0;
      await expect(attempt('23505')).rejects.toMatchObject({ sqlState: '23505' });
      expect(attempts).toBe(1);
    });
  });

  describe('in parallel', () => {
    test('fifty increments under a row lock make fifty', async () => {
      await database.run(insert, ['locked', 'a', 0]);
      const increment = () =>
        database.transaction(async tx => {
          const before = await tx.row(lock, ['locked', 'a']);
          await tx.run(setN, ['locked', 'a', (before?.n ?? Number.NaN) + 1]);
        });
      await Promise.all(Array.from({ length: 50 }, increment));
      expect(await database.row(find, ['locked', 'a'])).toEqual({ n: 50 });
    });

    test('a conditional update has one winner', async () => {
      await database.run(insert, ['prize', 'a', 1]);
      const taken = await Promise.all(Array.from({ length: 50 }, () => database.run(take, ['prize', 'a'])));
      expect(taken.reduce((sum, n) => sum + n)).toBe(1);
    });

    test('a unique row is inserted once', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => database.transaction(tx => tx.run(insert, ['once', 'a', 1]))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    test('reads, changes and transactions do not mix up', async () => {
      await database.run(insert, ['mixed', 'a', 1]);
      const mixture = Array.from({ length: 120 }, async (_, i) => {
        if (i % 3 === 0) return database.transaction(async tx => (await tx.row(echoInt, [i]))?.n);
        if (i % 3 === 1) return (await database.row(echoInt, [i]))?.n;
        await database.run(setN, ['mixed', 'a', i]);
        return i;
      });
      expect(await Promise.all(mixture)).toEqual(Array.from({ length: 120 }, (_, i) => i));
    });

    test('opposite locks resolve: the deadlock is found and one side repeated', async () => {
      await database.run(insert, ['cross', 'a', 0]);
      await database.run(insert, ['cross', 'b', 0]);
      const add = (first: string, second: string) =>
        database.transaction(async tx => {
          for (const id of [first, second]) {
            const before = await tx.row(lock, ['cross', id]);
            await tx.run(setN, ['cross', id, (before?.n ?? Number.NaN) + 1]);
          }
        });
      await Promise.all([add('a', 'b'), add('b', 'a')]);
      expect(await database.rows(find, ['cross', 'a'])).toEqual([{ n: 2 }]);
      expect(await database.rows(find, ['cross', 'b'])).toEqual([{ n: 2 }]);
    });
  });

  test('after close everything is refused, and closing again does no harm', async () => {
    const other = await open();
    await other.row(echoInt, [1]);
    await other.close();
    await other.close();
    await expect(other.row(echoInt, [1])).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(other.run(insert, ['closed', 'a', 1])).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(other.transaction(async () => 1)).rejects.toBeInstanceOf(DatabaseUnavailable);
  });
});
