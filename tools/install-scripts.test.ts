/**
 * Prevents: a stranger's program that runs, downloads or reports home on every machine that installs us.
 *
 * npm runs the install scripts of packages without asking. Here they are switched off (`.npmrc`), so whatever needs one
 * would not work; where others install our packages, it is their npm that decides, so those may not have any.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Lock, nameAt, readLock } from './packages/lock-file.ts';
import { installedPackages } from './packages/shipped-packages.ts';

const root = new URL('..', import.meta.url).pathname;
const lock = readLock(root);

/** Packages that have an install script and work without it, each with what the script would do. */
const switchedOff: Readonly<Record<string, string>> = {
  '@scarf/scarf': 'reports the installation of swagger-ui-dist to a company; nothing of it is used',
};

const withScript = (packages: Lock, places: Iterable<string> = Object.keys(packages)): string[] => [
  ...new Set([...places].filter(place => packages[place]?.hasInstallScript).map(nameAt)),
];

test('install scripts are switched off in this repository', () => {
  expect(readFileSync(`${root}.npmrc`, 'utf8').split('\n')).toContain('ignore-scripts=true');
});

test('every package that has one is known to work without it', () => {
  expect(withScript(lock).sort()).toEqual(Object.keys(switchedOff).sort());
});

test('nothing that others install with our packages has one', () => {
  expect(withScript(lock, installedPackages(lock))).toEqual([]);
});

test('a planted violation is found', () => {
  const planted: Lock = {
    'packages/server': { dependencies: { nosy: '1' } },
    'node_modules/nosy': { hasInstallScript: true },
  };
  expect(withScript(planted, installedPackages(planted))).toEqual(['nosy']);
});
