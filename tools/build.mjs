/**
 * Prevents: a package that was published, or a start that was tried, from half a build: server code of
 * today beside pages, migrations or a database template of yesterday.
 *
 * `npm run build` makes what is missing or stale; `npm run build -- --force` makes everything.
 */
import './lib/require-node.mjs';
import process from 'node:process';

const { ensureInstalled } = await import('./lib/install.mjs');
const { fail } = await import('./lib/run.mjs');
try {
  await ensureInstalled();
  const { buildAll } = await import('./lib/build-steps.mjs');
  await buildAll({ force: process.argv.includes('--force') });
} catch (error) {
  fail(error);
}
