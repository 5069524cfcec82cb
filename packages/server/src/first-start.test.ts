import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { loadSecrets } from './first-start.ts';

async function folder() {
  const dataDir = await mkdtemp(join(tmpdir(), 'freehold-first-start-'));
  return { config: readConfig({ DATA_DIR: dataDir }), file: join(dataDir, 'secrets.json') };
}

test('processes that start at once on one folder read the same secrets, which are their owner’s alone', async () => {
  const { config, file } = await folder();
  const [first, ...others] = await Promise.all([loadSecrets(config), loadSecrets(config), loadSecrets(config)]);
  for (const other of others) expect(other).toEqual(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(first?.administratorPassword).toMatch(/^[A-Za-z0-9]{16}$/);
});

test('a file from before there were administrators gets their password, the same in every process', async () => {
  const { config, file } = await folder();
  const { administratorPassword: _, ...old } = await loadSecrets(config);
  await writeFile(file, JSON.stringify(old));
  const [first, second] = await Promise.all([loadSecrets(config), loadSecrets(config)]);
  expect(first).toEqual({ ...old, administratorPassword: expect.stringMatching(/^[\w-]{16}$/) });
  expect(second).toEqual(first);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
