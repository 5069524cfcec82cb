/**
 * Prevents: a folder that knows everybody. It begins with one import that was handy, and ends with a change of the
 * email address that cannot be made without understanding the protocol engine.
 *
 * Every import of the shipped sources, and of their tests, is held against `arrows/table.ts`. Each rule is seen to
 * fail on a planted violation.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycle, findViolations, type Sources } from './arrows/find-violations.ts';
import { readImports } from './arrows/read-imports.ts';
import { type Area, areas, homes, openDoors, strangers } from './arrows/table.ts';

const root = new URL('..', import.meta.url).pathname;

const sources: Sources = new Map(
  areas.flatMap(({ folder }) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name) && !/^(?:node_modules|dist)\//.test(name))
      .map(name => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const),
  ),
);

describe('the sources', () => {
  test('keep to the table', () => {
    expect(findViolations(sources, areas, openDoors)).toEqual([]);
  });

  test('are all there', () => {
    // A reader that finds nothing would find no violation either.
    for (const { folder } of areas) {
      expect(
        [...sources.keys()].filter(path => path.startsWith(folder)),
        folder,
      ).not.toEqual([]);
    }
  });
});

describe('the table', () => {
  test.each(areas.map(area => [area.folder, area.rows] as const))('has no cycle in %s', (_, rows) => {
    expect(findCycle(rows)).toBeUndefined();
  });

  test('has no row for a folder that is gone, and enters none', () => {
    for (const { folder, rows } of areas) {
      const inner = [...sources.keys()].map(path => path.slice(folder.length + 1));
      for (const [name, { enters = [] }] of Object.entries(rows)) {
        if (name !== '.')
          expect(
            inner.some(path => path === name || path.startsWith(`${name}/`)),
            name,
          ).toBe(true);
        expect(enters.filter(entered => !(entered in rows))).toEqual([]);
      }
    }
  });

  test('gives the framework, the engine and the drivers one home each', () => {
    for (const { folder, rows } of areas) {
      for (const [name, { uses = [] }] of Object.entries(rows)) {
        // Neither is shipped.
        if (name === 'testing' || folder === 'e2e') continue;
        const foreign = uses.filter(used => (homes[used.replace(/^type:/, '')] ?? name) !== name);
        expect(foreign, name).toEqual([]);
      }
    }
  });

  test('lets nobody enter testing, and strangers be strangers', () => {
    const pairs = areas.flatMap(({ rows }) =>
      Object.entries(rows).flatMap(([from, { enters = [] }]) => enters.map(to => `${from} → ${to}`)),
    );
    expect(pairs.filter(pair => pair.endsWith('→ testing'))).toEqual([]);
    for (const [one, other] of strangers) {
      expect(pairs).not.toContain(`${one} → ${other}`);
      expect(pairs).not.toContain(`${other} → ${one}`);
    }
  });
});

describe('a planted violation is found', () => {
  const planted = (path: string, source: string) => findViolations(new Map([[path, source]]), areas, openDoors);
  const server = 'packages/server/src';

  test.each([
    ['a folder that the table does not know', `${server}/magic/spell.ts`, '', 'magic has no row in the table'],
    ['a source outside of every area', 'packages/magic/src/spell.ts', '', 'lies in no area of the table'],
    [
      'an arrow that points up',
      `${server}/lib/ids.ts`,
      "import { x } from '../users/index.ts';",
      'enters users: lib may not',
    ],
    [
      'a value that is only passed on',
      `${server}/lib/index.ts`,
      "export { x } from '../users/index.ts';",
      'enters users: lib may not',
    ],
    [
      'a folder that is passed on whole',
      `${server}/lib/index.ts`,
      "export * from '../users/index.ts';",
      'enters users: lib may not',
    ],
    ['a type', `${server}/lib/ids.ts`, "import type { X } from '../users/index.ts';", 'enters users: lib may not'],
    [
      'a type in a type',
      `${server}/lib/ids.ts`,
      "type X = import('../users/index.ts').X;",
      'enters users: lib may not',
    ],
    ['a late import', `${server}/lib/ids.ts`, "await import('../users/index.ts');", 'enters users: lib may not'],
    ['an import for its effect', `${server}/lib/ids.ts`, "import '../users/index.ts';", 'enters users: lib may not'],
    [
      'a computed import',
      `${server}/lib/ids.ts`,
      'await import(process.argv[2]);',
      'imports what it computes: write the target out',
    ],
    [
      'an import over two lines',
      `${server}/lib/ids.ts`,
      "import {\n  x,\n} from\n '../users/index.ts';",
      'enters users: lib may not',
    ],
    ['an import of the old kind', `${server}/lib/ids.ts`, "const x = require('pg');", 'uses pg: lib may not'],
    [
      'the framework outside of http',
      `${server}/users/users.ts`,
      "import type { FastifyRequest } from 'fastify';",
      'uses fastify: users may not',
    ],
    [
      'the framework below http',
      `${server}/app.ts`,
      "import x from '@fastify/cookie';",
      'uses @fastify/cookie: app.ts may not',
    ],
    [
      'the protocol engine outside of oidc',
      `${server}/sessions/x.ts`,
      "import x from 'oidc-provider/lib/y.js';",
      'uses oidc-provider: sessions may not',
    ],
    ['a driver outside of database', `${server}/users/x.store.ts`, "import pg from 'pg';", 'uses pg: users may not'],
    [
      'account in sign-in',
      `${server}/sign-in/x.ts`,
      "import { x } from '../account/index.ts';",
      'enters account: sign-in may not',
    ],
    [
      'sign-in in account',
      `${server}/account/x.ts`,
      "import { x } from '../sign-in/index.ts';",
      'enters sign-in: account may not',
    ],
    [
      'testing in what is shipped',
      `${server}/http/x.ts`,
      "import { x } from '../testing/fixtures.ts';",
      'enters testing: http may not',
    ],
    [
      'a way past the door',
      `${server}/account/x.ts`,
      "import { x } from '../users/users.store.ts';",
      'enters users/users.store.ts past users/index.ts',
    ],
    [
      'a test that goes past the door',
      `${server}/account/x.test.ts`,
      "import { x } from '../users/users.store.ts';",
      'enters users/users.store.ts past users/index.ts',
    ],
    [
      'the composition root below itself',
      `${server}/http/x.ts`,
      "import { x } from '../app.ts';",
      'enters app.ts: http may not',
    ],
    [
      'another program',
      `${server}/users/x.ts`,
      "import { spawn } from 'node:child_process';",
      'reaches out by node:child_process: users may not',
    ],
    [
      'the server in the web',
      'packages/web/src/ui/x.ts',
      "import { x } from 'freehold';",
      'uses freehold: src/ui may not',
    ],
    [
      'the server in the web by a path',
      'packages/web/src/ui/x.ts',
      "import { x } from '../../../server/src/lib/index.ts';",
      'leaves its package by a path (../../../server/src/lib/index.ts): import the package',
    ],
    [
      'the server in the client',
      'packages/client/src/x.ts',
      "import { x } from 'freehold';",
      'uses freehold: . may not',
    ],
    [
      'the sign-in pages in the demo app',
      'packages/web/src/demo-app/x.ts',
      "import { x } from '../sign-in/about.ts';",
      'enters src/sign-in: src/demo-app may not',
    ],
    [
      'the validator in the browser',
      'packages/web/src/ui/x.ts',
      "import { x } from '@freehold/contract';",
      'uses @freehold/contract: src/ui may use only its types',
    ],
    [
      'one value among types',
      'packages/client/src/x.ts',
      "import { type X, y } from '@freehold/contract';",
      'uses @freehold/contract: . may use only its types',
    ],
    [
      'more than zod in the contract',
      'packages/contract/src/x.ts',
      "import { x } from '@freehold/messages';",
      'uses @freehold/messages: . may not',
    ],
    [
      'a runner of tests in what is shipped',
      `${server}/lib/x.ts`,
      "import { x } from 'vitest';",
      'uses vitest: lib may not',
    ],
    [
      'a statement outside of a store',
      `${server}/users/x.ts`,
      "import { statement } from '../database/database.ts';",
      'declares SQL: it belongs into a *.store.ts',
    ],
    [
      'a statement by another name',
      `${server}/users/x.ts`,
      "import { statement as s } from '../database/index.ts';",
      'declares SQL: it belongs into a *.store.ts',
    ],
    [
      'SQL outside of a store',
      `${server}/users/x.ts`,
      "const x = 'SELECT id FROM users';",
      'holds SQL: SQL belongs into a *.store.ts',
    ],
    [
      'SQL in a template',
      `${server}/users/x.ts`,
      'const x = `\n  UPDATE users SET a = 1`;',
      'holds SQL: SQL belongs into a *.store.ts',
    ],
    ['a script', `${server}/users/x.ts`, 'await tx.script(text);', 'runs a script: SQL belongs into a *.store.ts'],
  ])('%s', (_, path, source, violation) => {
    expect(planted(path, source)).toEqual([expect.stringMatching(new RegExp(`^${path}(?::\\d+)?:? `))]);
    expect(planted(path, source)[0]).toContain(violation);
  });

  test.each([
    ['an arrow that points down', `${server}/users/x.ts`, "import { x } from '../lib/ids.ts';"],
    ['the door', `${server}/account/x.ts`, "import { x } from '../users/index.ts';"],
    [
      'the interface of the database',
      `${server}/users/x.ts`,
      "import type { Database } from '../database/database.ts';",
    ],
    ['a neighbour in the same folder', `${server}/users/x.ts`, "import { x } from './users.store.ts';"],
    [
      'a statement in a store',
      `${server}/users/x.store.ts`,
      "import { statement } from '../database/database.ts';\nstatement('a', 'SELECT a FROM b ');",
    ],
    [
      'a test with its helpers',
      `${server}/users/x.test.ts`,
      "import { x } from '../testing/x.ts';\nimport 'vitest';\nconst y = 'DELETE FROM users';",
    ],
    [
      'types of the contract in the browser',
      'packages/web/src/ui/x.ts',
      "import { type X } from '@freehold/contract';",
    ],
    ['part of a package', 'packages/client/src/react/x.ts', "await import('@freehold/messages/en/pages');"],
    [
      'words that only look like SQL',
      `${server}/users/x.ts`,
      "const x = 'Select one of these'; const y = 'with the same as (before)';",
    ],
  ])('and none where there is none: %s', (_, path, source) => {
    expect(planted(path, source)).toEqual([]);
  });

  test('in the table: a cycle', () => {
    const rows: Area['rows'] = { a: { enters: ['b'] }, b: { enters: ['c'] }, c: { enters: ['b'] } };
    expect(findCycle(rows)).toEqual(['b', 'c', 'b']);
  });

  test('and a source that cannot be read is an error', () => {
    expect(() => readImports('x.ts', 'import {')).toThrow('x.ts cannot be read');
  });
});
