/**
 * Prevents: an identity service that agrees with its own tests and with no client in the world.
 *
 * `node judges/run.mjs` builds what is stale, installs the clients, starts the built server on a free port over an empty
 * database and lets every judge drive it; `node judges/run.mjs openid-client` only that one. The last line is
 * "N passed, N failed"; the exit code is not zero when one failed or none ran.
 *
 * The server uses the embedded database in a folder of its own, or PostgreSQL when `DATABASE_URL` names an empty
 * database. With `JUDGE_BASE_URL` a server that runs already is judged; `MANAGEMENT_APP_ID` and
 * `MANAGEMENT_APP_SECRET` then say who its operator is. Judges change its settings: let it be one that serves nobody.
 */
import '../tools/lib/require-node.mjs';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const { fail, root, runNode, runNpm, say } = await import('../tools/lib/run.mjs');
const { isInstalled } = await import('../tools/lib/install.mjs');

const here = fileURLToPath(new URL('./', import.meta.url));

/** Starts a server for this run alone. It ends with this process, however that ends. */
async function startServer() {
  await runNode(join(root, 'tools/build.mjs'));
  const { scratch } = await import('../tools/ci/processes.mjs');
  const { startProduct } = await import('../tools/ci/product.mjs');
  process.env.MANAGEMENT_APP_ID ||= 'judge';
  process.env.MANAGEMENT_APP_SECRET ||= randomBytes(24).toString('hex');
  // The address is the one that the port gives: an endpoint of the caller's environment would be another server's.
  return startProduct({ DATA_DIR: join(scratch, 'judged'), ENDPOINT: '', FREEHOLD_DEV: '1' });
}

/** Runs one file after the other, since all share the settings of one server, and counts what was judged. */
async function judge(files) {
  const counted = { passed: 0, failed: 0 };
  const events = runTests({ files, concurrency: 1 });
  // A suite that failed because of what is in it has been counted there; one whose preparation failed runs nothing.
  events.on('test:pass', ({ details, skip, todo }) => {
    if (details.type !== 'suite' && skip === undefined && todo === undefined) counted.passed++;
  });
  events.on('test:fail', ({ details }) => {
    if (details.type !== 'suite' || details.error?.failureType === 'hookFailed') counted.failed++;
  });
  for await (const text of events.compose(new spec())) process.stdout.write(text);
  return counted;
}

let server;
try {
  const wanted = process.argv.slice(2);
  const files = readdirSync(here)
    .filter(name => name.endsWith('.test.mjs'))
    .filter(name => wanted.length === 0 || wanted.includes(name.slice(0, -'.test.mjs'.length)))
    .map(name => join(here, name));
  if (!isInstalled(here)) {
    say('installing the judges');
    await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: here });
  }
  if (!process.env.JUDGE_BASE_URL) {
    server = await startServer();
    process.env.JUDGE_BASE_URL = server.baseUrl;
  }
  const { passed, failed } = await judge(files);
  if (failed > 0 && server) process.stdout.write(`--- the server ---\n${server.output()}\n`);
  const code = (await server?.stop()) ?? 0;
  if (code !== 0) say(`the server ended with ${code}:\n${server.output()}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 || code !== 0 ? 1 : 0);
} catch (error) {
  fail(error);
}
