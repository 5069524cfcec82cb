/**
 * Secrets that the first start makes: the key that encrypts the database's secrets, the id and secret of the first
 * machine-to-machine application, and the password of the first administrator. They are kept in the data folder, readable by
 * its owner alone.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { newId, newSecret } from './lib/index.ts';

/** What a start works with: from the environment, else from the data folder, else just made. */
export interface Secrets {
  readonly secretsKey: string;
  readonly managementAppId: string;
  readonly managementAppSecret: string;
  /** Password of the first administrator. Once it is changed, what stands here is of no use any more. */
  readonly administratorPassword: string;
  /** Password of the demo user, which exists in development only. */
  readonly demoPassword: string;
}

const FILE = 'secrets.json';

/** The path of the file, for the operator. */
export const secretsFile = (config: Config): string => join(config.dataDir, FILE);

/**
 * Reads the secrets of the data folder, or makes them. Settings of the environment win over the file.
 * Of several processes that start at once on one folder, one makes the file and all read it.
 */
export async function loadSecrets(config: Config): Promise<Secrets> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const stored = (await read(config)) ?? (await make(config));
  const given = {
    secretsKey: config.secretsKey,
    managementAppId: config.managementApp.id,
    managementAppSecret: config.managementApp.secret,
  };
  return { ...stored, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

async function read(config: Config): Promise<Secrets | undefined> {
  const text = await readFile(secretsFile(config), 'utf8').catch(error => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  await chmod(secretsFile(config), 0o600);
  return complete(config, JSON.parse(text));
}

/**
 * A file that was made before there were administrators gets a password for one: the folder may yet begin with a new
 * database. It is derived from the key, so that all processes that start at once on one folder come to the same.
 */
async function complete(
  config: Config,
  stored: Omit<Secrets, 'administratorPassword'> & Partial<Secrets>,
): Promise<Secrets> {
  if (stored.administratorPassword !== undefined) return stored as Secrets;
  const derived = hkdfSync('sha256', stored.secretsKey, '', 'password of the first administrator', 12);
  const secrets = { ...stored, administratorPassword: Buffer.from(derived).toString('base64url') };
  const temporary = await writeBeside(config, secrets);
  await rename(temporary, secretsFile(config));
  return secrets;
}

/** Writes them, for their owner alone, to a file that then becomes the real one: nobody ever reads half of it. */
async function writeBeside(config: Config, secrets: Secrets): Promise<string> {
  const temporary = `${secretsFile(config)}.${newId(12)}`;
  await writeFile(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return temporary;
}

async function make(config: Config): Promise<Secrets> {
  // Made even where the environment brings its own, which is never written to the disk.
  const secrets: Secrets = {
    secretsKey: randomBytes(32).toString('base64'),
    managementAppId: newId(21),
    managementAppSecret: newSecret(32),
    administratorPassword: newSecret(16),
    demoPassword: newSecret(12),
  };
  const path = secretsFile(config);
  const temporary = await writeBeside(config, secrets);
  // A link fails where the name exists: whoever was first has made the secrets, whole, for everybody.
  const first = await link(temporary, path).then(
    () => true,
    error => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  await rm(temporary);
  return first ? secrets : ((await read(config)) ?? secrets);
}
