/**
 * Prevents: half an hour spent on a change that "does nothing", because the server that answers is the one from before.
 *
 * `npm run dev` watches: TypeScript is compiled, the pages are rebuilt, and the server is started anew, each as soon as
 * a source is saved. Ctrl-C ends all of it. Restarts go through the server's own graceful end, so that the embedded
 * database is never opened twice.
 *
 * Sources are looked at, not listened to, and from before the first build on. The compiler's own `--watch` takes what
 * it finds at its first look for what it has compiled: what was saved a moment earlier was never seen. Events of the
 * file system get lost where an editor puts a new file in the place of the old one, and in folders that are mounted.
 */
import './lib/require-node.mjs';
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const { CommandFailed, fail, root, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { buildAll, compileChanges, compiledMain, servedWeb, steps } = await import('./lib/build-steps.mjs');
const { forget, sourcesOf } = await import('./lib/staleness.mjs');

/** How often sources are looked at, in milliseconds: a thousand files take twenty of them. */
const interval = 500;

const manifest = join(root, servedWeb, '.vite/manifest.json');
/** Another value as soon as the pages are built anew; `undefined` while they are not there. */
const pages = () => statSync(manifest, { throwIfNoEntry: false })?.mtimeMs;

let compiled = sourcesOf(steps.code);
try {
  await ensureInstalled();
  await buildAll();
} catch (error) {
  fail(error);
}

/** In a group of its own: Ctrl-C reaches only us, and we end everything in order. */
const start = (args, options) => spawn(process.execPath, args, { cwd: root, detached: true, ...options });

// The pages are written by another hand from now on. What was built stays until it is replaced: a server that starts
// meanwhile has pages.
let served = pages();
forget(steps.web);
const vite = join(root, 'node_modules/vite/bin/vite.js');
const bundler = start(
  [vite, 'build', '--watch', '--logLevel', 'warn', '--outDir', join(root, servedWeb), '--emptyOutDir', 'false'],
  { cwd: join(root, 'packages/web'), stdio: ['ignore', 2, 2] },
);

let server;
const ending = new AbortController();

/** Ends a program, if it runs, and resolves when it is gone. */
const end = child =>
  new Promise(resolve => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', resolve);
    // With its whole group: the bundler's work is done by programs that it starts.
    process.kill(-child.pid, 'SIGTERM');
  });

async function restart() {
  await end(server);
  if (ending.signal.aborted) return;
  server = start([compiledMain, ...process.argv.slice(2)], { stdio: 'inherit' });
  server.once('exit', code => {
    if (!ending.signal.aborted && code) say('the server ended; it starts anew when a source changes');
  });
}

/** Whether a compiled source has changed and compiles; the compiler says what is wrong with one that does not. */
async function recompile() {
  const sources = sourcesOf(steps.code);
  if (sources === compiled) return false;
  compiled = sources;
  try {
    await compileChanges();
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    say('it does not compile: what was started before goes on');
    return false;
  }
}

/** Whether the pages were built anew since the server read them. */
function rebundled() {
  const now = pages();
  if (now === undefined || now === served) return false;
  served = now;
  return true;
}

async function keepStartedAnew() {
  await restart();
  while (!ending.signal.aborted) {
    // Both, and one restart for them: a sentence is in the server and in the pages.
    const changes = [await recompile(), rebundled()];
    if (changes.includes(true)) {
      say('a source changed: starting anew');
      await restart();
    }
    await sleep(interval, undefined, { signal: ending.signal }).catch(() => {});
  }
}

const kept = keepStartedAnew().catch(error => {
  // A mistake in here: nothing that we started may outlive us.
  for (const child of [server, bundler]) end(child);
  fail(error);
});
bundler.once('exit', () => {
  if (!ending.signal.aborted) say('the bundler ended: the pages stay as they are');
});

async function stop() {
  if (ending.signal.aborted) return;
  ending.abort();
  await kept;
  await Promise.all([server, bundler].map(end));
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
