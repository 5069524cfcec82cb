/** Prevents: a start that serves an old build after a pull, or builds everything anew each time. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled } from './lib/install.mjs';
import { build, forget, isFresh, sourcesOf } from './lib/staleness.mjs';

let folder: string;
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-staleness-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a step of the build', () => {
  const step = { name: 'code', inputs: ['src', 'tsconfig.json'], outputs: ['dist/main.js'] };
  const work = async () => write('dist/main.js', 'built');

  beforeEach(async () => {
    write('src/main.ts', 'one');
    write('src/deep/other.ts', 'one');
    write('src/main.test.ts', 'one');
    write('tsconfig.json', '{}');
    await build(step, work, folder);
  });

  test('is fresh when nothing happened', () => {
    expect(isFresh(step, folder)).toBe(true);
  });

  test.each<[string, () => void]>([
    ['a source was changed', () => write('src/deep/other.ts', 'two')],
    ['a source was added', () => write('src/deep/third.ts', '')],
    ['a source was removed', () => rmSync(join(folder, 'src/deep/other.ts'))],
    ['a folder was removed', () => rmSync(join(folder, 'src/deep'), { recursive: true })],
    ['a setting was changed', () => write('tsconfig.json', '{ "strict": true }')],
    ['its output is gone', () => rmSync(join(folder, 'dist'), { recursive: true })],
    ['its outputs were written by another way', () => forget(step, folder)],
    ['what it remembers is gone', () => rmSync(join(folder, 'node_modules'), { recursive: true })],
    [
      'a source was changed to one of the same size and date, as a copy with dates may do',
      () => {
        const date = new Date(2026, 0, 1);
        utimesSync(join(folder, 'src/main.ts'), date, date);
        expect(isFresh(step, folder)).toBe(true);
        write('src/main.ts', 'two');
        utimesSync(join(folder, 'src/main.ts'), date, date);
      },
    ],
  ])('is stale when %s', (_, happens) => {
    happens();
    expect(isFresh(step, folder)).toBe(false);
  });

  test.each<[string, () => void]>([
    ['a source was written with the same content', () => write('src/main.ts', 'one')],
    ['a test was changed', () => write('src/main.test.ts', 'two')],
    ['a helper of tests was added', () => write('src/testing/helper.ts', '')],
  ])('is fresh when %s', (_, happens) => {
    happens();
    expect(isFresh(step, folder)).toBe(true);
  });

  test('is stale when its work failed, or a source was changed during the work', async () => {
    await expect(build(step, () => Promise.reject(new Error('failed')), folder)).rejects.toThrow('failed');
    expect(isFresh(step, folder)).toBe(false);
    await build(step, async () => write('src/main.ts', 'changed meanwhile'), folder);
    expect(isFresh(step, folder)).toBe(false);
  });
});

test('the sources of a step are others as soon as one is saved, whatever was built meanwhile', async () => {
  const step = { name: 'code', inputs: ['src'], outputs: [] };
  write('src/main.ts', 'one');
  const before = sourcesOf(step, folder);
  await build(step, async () => {}, folder);
  expect(sourcesOf(step, folder)).toBe(before);
  // As an editor does it that puts a new file in the place of the old one.
  write('src/main.ts.new', 'two');
  renameSync(join(folder, 'src/main.ts.new'), join(folder, 'src/main.ts'));
  expect(sourcesOf(step, folder)).not.toBe(before);
});

describe('the installation', () => {
  const lock = (packages: object) => write('package-lock.json', JSON.stringify({ packages }));
  const installed = (packages: object) => write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  const ours = { resolved: 'packages/ours', link: true };
  const wanted = {
    '': { name: 'root' },
    'packages/ours': { version: '0.1.0' },
    'node_modules/ours': ours,
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  };
  const complete = { 'node_modules/ours': ours, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
  const check = () => isInstalled(`${folder}/`);

  test('is complete with what the lock file asks for on this machine, and with more', () => {
    lock(wanted);
    installed({ ...complete, 'node_modules/left-over': { version: '1.0.0' } });
    expect(check()).toBe(true);
  });

  test.each([
    ['a package is missing', { 'node_modules/ours': ours }],
    ['a package has another version', { ...complete, 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }],
    ['a package has another content', { ...complete, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['a link to one of our packages is missing', { 'node_modules/a': complete['node_modules/a'] }],
  ])('is not when %s', (_, packages) => {
    lock(wanted);
    installed(packages);
    expect(check()).toBe(false);
  });

  test('is not when npm was interrupted before it was done', () => {
    lock(wanted);
    expect(check()).toBe(false);
  });
});
