import { type Config, readConfig } from '../config.ts';
import { type Database, migrate, openDatabase } from '../database/index.ts';
import { loadSecrets, type Secrets } from '../first-start.ts';
import { createEnvelope, createKeyRing, type Envelope, type KeyRing } from '../lib/index.ts';

/** What every command works on. */
export interface Installation {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly envelope: Envelope;
  /** Names of the migrations that were applied just now; all of them on a new database. */
  readonly migrated: readonly string[];
}

/** Reads the configuration, opens the database and brings its schema up to date. */
export async function openInstallation(): Promise<Installation> {
  const config = readConfig(process.env);
  const secrets = await loadSecrets(config);
  const keys = createKeyRing(secrets.secretsKey);
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    const migrated = await migrate(database);
    return { config, secrets, database, keys, envelope: createEnvelope(keys), migrated };
  } catch (error) {
    await database.close();
    throw error;
  }
}
