import type { Database } from '../database/index.ts';
import type { Envelope } from '../lib/index.ts';
import { ciphertextTables, listCiphertexts, replaceCiphertext } from './ciphertexts.store.ts';
import { openInstallation } from './open-installation.ts';
import { UsageError } from './usage-error.ts';

const BATCH = 200;

/** `freehold secrets rotate` */
export async function rotateSecrets(args: readonly string[]): Promise<void> {
  if (args.join(' ') !== 'rotate') throw new UsageError();
  const { database, envelope } = await openInstallation();
  try {
    const count = await rewrapAll(database, envelope);
    // What people are in the middle of is left as it is: it is over within the hour.
    console.log(
      `Encrypted ${count} secrets with the first key of SECRETS_KEY. Keep those after it for one more hour: sign-ins under way are encrypted with them.`,
    );
  } finally {
    await database.close();
  }
}

/**
 * Encrypts every secret that an older key encrypts with the first key; returns how many. May run beside
 * serving processes (which need both keys) and again after it was interrupted: a secret that somebody
 * changes meanwhile is left as they wrote it.
 */
export async function rewrapAll(database: Database, envelope: Envelope): Promise<number> {
  let count = 0;
  for (const table of ciphertextTables) {
    let after: readonly string[] = [];
    for (;;) {
      const batch = await listCiphertexts(database, table, after, BATCH);
      for (const stored of batch.filter(({ value }) => envelope.needsRotation(value))) {
        count += await replaceCiphertext(database, stored, envelope.rewrap(stored.value, [table, ...stored.key]));
      }
      const last = batch.at(-1);
      if (!last) break;
      after = last.key;
    }
  }
  return count;
}
