/** The program that the durability test kills: it writes without end and prints what has been acknowledged. */

import { statement } from '../database/database.ts';
import { openPglite } from '../database/pglite.ts';

const insert = statement('write-until-killed.insert', 'INSERT INTO kept (id, body) VALUES ($1, $2)');
const update = statement('write-until-killed.update', 'UPDATE kept SET body = $2 WHERE id = $1');

/** Prints `ready`, then the number of each row that is stored. */
export async function main(dataDir: string, template: string, round: string): Promise<void> {
  const database = await openPglite({ dataDir, template });
  await database.script('CREATE TABLE IF NOT EXISTS kept (id text PRIMARY KEY, body text NOT NULL)');
  process.stdout.write('ready\n');
  for (let number = 0; ; number++) {
    const id = `${round}-${number}`;
    if (number % 2) await database.run(insert, [id, 'x'.repeat(2000)]);
    else {
      await database.transaction(async tx => {
        await tx.run(insert, [id, 'first']);
        await tx.run(update, [id, 'second']);
      });
    }
    process.stdout.write(`${id}\n`);
    // Lets the output leave the process, and the kill arrive at any point of it.
    await new Promise(resolve => setImmediate(resolve));
  }
}
