/**
 * Prevents: tests that pass or fail by which file ran before them in the same process, seen once in a dozen runs, on
 * somebody else's machine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = readdirSync(join(root, 'packages')).map(name => `packages/${name}/src`);
const files = [...packages, 'tools'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
);
const notAlone = files.filter(({ path }) => !path.endsWith('.alone.test.ts'));
/** A call, and not the word in a sentence or in this file. */
const calls =
  (name: string) =>
  ({ text }: { text: string }) =>
    new RegExp(`^\\s*(?:await )?vi\\.${name}\\(`, 'm').test(text);

test('modules are put in the place of others by tests that have a process of their own', () => {
  const named = (name: string) => notAlone.filter(calls(name)).map(({ path }) => path);
  expect(files.filter(calls('mock'))).not.toEqual([]);
  expect({ mock: named('mock'), doMock: named('doMock'), resetModules: named('resetModules') }).toEqual({
    mock: [],
    doMock: [],
    resetModules: [],
  });
});

test('globals are put back by those who replace them', () => {
  const replacing = notAlone.filter(calls('stubGlobal'));
  expect(replacing).not.toEqual([]);
  expect(replacing.filter(({ text }) => !text.includes('vi.unstubAllGlobals()')).map(({ path }) => path)).toEqual([]);
});
