/**
 * Prevents: a release that has to be withdrawn, since a package that came along with another one forbids
 * what our users do with it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAllowed } from './packages/judge-licence.ts';
import { closure, type Lock, nameAt, readLock } from './packages/lock-file.ts';
import { bundledPackages, installedPackages, serverPackages } from './packages/shipped-packages.ts';

const root = new URL('..', import.meta.url).pathname;
const lock = readLock(root);

/** Places whose licence is not allowed. */
const refused = (packages: Lock, places: Iterable<string>): string[] =>
  [...places]
    .filter(place => !isAllowed(packages[place]?.license))
    .map(place => `${nameAt(place)}: ${packages[place]?.license}`);

/** Packages of the vendor whose wire we speak: they drive us from outside, in `judges/`, and are no part of us. */
const foreign = (packages: Lock): string[] =>
  Object.keys(packages).filter(place => nameAt(place).startsWith('@logto/'));

describe('what we ship', () => {
  test('is allowed by its licence: packages that are installed with ours', () => {
    const places = installedPackages(lock);
    expect([...places]).toContain('node_modules/@electric-sql/pglite');
    expect(refused(lock, places)).toEqual([]);
  });

  test('is allowed by its licence: packages that are compiled into the server', () => {
    const places = serverPackages(root, lock);
    expect([...places]).toEqual(expect.arrayContaining(['node_modules/fastify', 'node_modules/mime-db']));
    expect([...places]).not.toContain('node_modules/@electric-sql/pglite');
    expect(refused(lock, places)).toEqual([]);
  });

  // Against the maps that the build writes, where there is a build: nothing gets in by another way.
  test('names everything that is in the bundle of the server', () => {
    const folder = `${root}packages/server/dist/bundle`;
    const maps = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.map')) : [];
    const inBundle = maps
      .flatMap((name): string[] => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')).sources)
      .flatMap(
        source =>
          /node_modules\/.*node_modules\/(?:@[^/]+\/)?[^/]+|node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source) ?? [],
      );
    const known = serverPackages(root, lock);
    expect([...new Set(inBundle)].filter(place => !known.has(place))).toEqual([]);
  });

  test('is allowed by its licence: packages that are compiled into the pages', () => {
    const places = bundledPackages(root, lock);
    expect([...places]).toEqual(expect.arrayContaining(['node_modules/react', 'node_modules/intl-messageformat']));
    expect([...places]).not.toContain('node_modules/vite');
    expect(refused(lock, places)).toEqual([]);
  });

  test('holds nothing of the vendor whose wire we speak', () => {
    expect(foreign(lock)).toEqual([]);
  });
});

describe('a planted violation is found', () => {
  const planted: Lock = {
    'packages/server': { dependencies: { good: '1', ours: '1' } },
    'packages/ours': { dependencies: { deep: '1' } },
    'node_modules/ours': { link: true, resolved: 'packages/ours' },
    'node_modules/good': {
      license: 'MIT',
      dependencies: { deep: '2' },
      optionalDependencies: { absent: '1' },
      peerDependencies: { peer: '1' },
    },
    'node_modules/good/node_modules/deep': { license: 'AGPL-3.0-only' },
    'node_modules/deep': { license: 'ISC' },
    'node_modules/peer': {},
    'node_modules/@logto/node': { license: 'MIT' },
  };

  test('deep below, by its place; a package without a licence too', () => {
    const places = installedPackages(planted);
    expect([...places].sort()).toEqual([
      'node_modules/deep',
      'node_modules/good',
      'node_modules/good/node_modules/deep',
      'node_modules/peer',
    ]);
    expect(refused(planted, places)).toEqual(['deep: AGPL-3.0-only', 'peer: undefined']);
  });

  test('a package of the vendor', () => {
    expect(foreign(planted)).toEqual(['node_modules/@logto/node']);
  });

  test('a lock file that lacks what is needed', () => {
    expect(() => closure(planted, 'packages/server', ['gone'])).toThrow('packages/server needs gone');
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT OR Apache-2.0', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['MPL-2.0', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['((MIT) OR (ISC))', false],
    [undefined, false],
  ])('%s: %s', (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });
});
