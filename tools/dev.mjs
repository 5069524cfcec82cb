/**
 * Prevents: half an hour spent on a change that "does nothing", because the server that answers is the one from before.
 *
 * `npm run dev` watches: TypeScript is compiled, the pages are rebuilt, and the server is started anew, each as soon as
 * a source is saved. Ctrl-C ends all of it. Restarts go through the server's own graceful end, so that the embedded
 * database is never opened twice.
 */
import './lib/require-node.mjs';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const { fail, root, say } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');
const { buildAll, compiledMain, compiledPackages, migrations } = await import('./lib/build-steps.mjs');

try {
  await ensureInstalled();
  await buildAll();
} catch (error) {
  fail(error);
}

const dist = join(root, 'packages/server/dist');
const bin = path => join(root, 'node_modules', path);
/** In a group of its own: Ctrl-C reaches only us, and we end everything in order. */
const start = (args, options) => spawn(process.execPath, args, { cwd: root, detached: true, ...options });

const watchers = [
  start(
    [
      bin('typescript/bin/tsc'),
      '-b',
      '--watch',
      '--preserveWatchOutput',
      ...compiledPackages.map(name => `packages/${name}`),
    ],
    {
      stdio: ['ignore', 2, 2],
    },
  ),
  start([bin('vite/bin/vite.js'), 'build', '--watch', '--logLevel', 'warn', '--outDir', '../server/dist/web'], {
    cwd: join(root, 'packages/web'),
    stdio: ['ignore', 2, 2],
  }),
];

let server;
let ending = false;
let change;

/** Ends a program, if it runs, and resolves when it is gone. */
const end = child =>
  new Promise(resolve => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', resolve);
    // With its whole group: the compiler is a program that the one we started has started.
    process.kill(-child.pid, 'SIGTERM');
  });

async function restart() {
  if (server) say('a source changed: starting anew');
  await end(server);
  if (ending) return;
  server = start([compiledMain, ...process.argv.slice(2)], { stdio: 'inherit' });
  server.once('exit', code => {
    if (!ending && code !== 0 && code !== null) say('the server ended; it starts anew when a source changes');
  });
}

// One restart at a time, and one for all the files that a compilation writes.
let restarts = restart();
function changed(file = '') {
  // Of the pages only their list: their files are written one by one, and compressed after it.
  const matters = file.startsWith('web')
    ? file.endsWith('manifest.json') && existsSync(join(dist, file))
    : file.endsWith('.js') || file.endsWith('.sql');
  if (ending || !matters) return;
  clearTimeout(change);
  change = setTimeout(() => {
    restarts = restarts.then(restart);
  }, 300);
}

const watched = [
  ...['contract', 'messages', 'server'].map(name =>
    watch(join(root, 'packages', name, 'dist'), { recursive: true }, (_, file) => changed(file ?? '')),
  ),
  watch(join(root, migrations), () =>
    cpSync(join(root, migrations), join(dist, 'database/migrations'), { recursive: true }),
  ),
];

async function stop() {
  if (ending) return;
  ending = true;
  clearTimeout(change);
  for (const one of watched) one.close();
  await restarts;
  await Promise.all([server, ...watchers].map(end));
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
