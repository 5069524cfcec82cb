/** The ready-made cluster that an empty embedded database begins with: making one takes initdb five seconds. */

import { rename, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from './migrate.ts';
import { PgliteDatabase, shippedTemplate } from './pglite.ts';

/**
 * Makes a cluster with all migrations applied and writes it to `target` as a compressed tar. The build
 * calls it; `openPglite` uses the result.
 */
export async function makeTemplate(target: string = shippedTemplate): Promise<void> {
  const pglite = await PGlite.create();
  const database = new PgliteDatabase(pglite);
  await migrate(database);
  await database.script('CHECKPOINT');
  const tar = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
  await database.close();
  // Renamed into place, so that nobody reads half of it.
  const unfinished = `${target}.${process.pid}`;
  await writeFile(unfinished, await promisify(gzip)(tar));
  await rename(unfinished, target);
}
