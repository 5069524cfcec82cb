/**
 * Prevents: "works here" on the newest Node.js, and an installation full of warnings, or a crash, on the oldest that
 * we promise.
 */
import { readFileSync } from 'node:fs';
import semver from 'semver';
import { expect, test } from 'vitest';
import { type Lock, nameAt, readLock } from './packages/lock-file.ts';

const root = new URL('..', import.meta.url).pathname;
const lock = readLock(root);

/** The oldest Node.js that our own packages say they run on. */
const oldest = semver.minVersion(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node)?.version ?? '';

/** Packages that refuse the oldest Node.js and may stay, each with the reason why that is no harm. */
const harmless: Readonly<Record<string, string>> = {};

const refusing = (packages: Lock): string[] =>
  Object.entries(packages)
    .filter(([, { engines }]) => engines?.node !== undefined && !semver.satisfies(oldest, engines.node))
    .map(([place]) => nameAt(place));

test('every package of the lock file runs on the oldest Node.js that we promise', () => {
  expect(oldest).toBe('20.19.0');
  expect([...new Set(refusing(lock))].sort()).toEqual(Object.keys(harmless).sort());
});

test('each of our packages promises the same', () => {
  const ours = Object.entries(lock).filter(([place]) => !place.includes('node_modules/'));
  expect(ours.map(([place, { engines }]) => [place, engines?.node])).toEqual(ours.map(([place]) => [place, '>=20.19']));
});

test('a planted violation is found', () => {
  expect(
    refusing({
      'node_modules/new': { engines: { node: '^22.12.0 || >=24' } },
      'node_modules/old': { engines: { node: '>=18' } },
    }),
  ).toEqual(['new']);
});
