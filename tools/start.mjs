/**
 * Prevents: a newcomer whose first minute with Freehold is a list of commands to run in the right order.
 *
 * `npm start` installs and builds what is missing or stale, then runs the server in this very process:
 * signals, exit code and terminal are the server's own. What follows `--` goes to the server
 * (`npm start -- tenant add acme`).
 */
import './lib/require-node.mjs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const { fail } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { buildAll, serverMain } = await import('./lib/build-steps.mjs');

try {
  await ensureInstalled();
  await buildAll();
} catch (error) {
  fail(error);
}
// As if it had been started itself: it may ask by which name it was called.
process.argv.splice(1, 1, serverMain);
await import(pathToFileURL(serverMain).href);
