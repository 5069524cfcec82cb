/**
 * Prevents: a database, a server or a browser that outlives the run that started it and answers the next one.
 *
 * Everything that the run starts and every file that it makes goes through here, and is gone when it ends, however it ends.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../lib/run.mjs';

const running = new Set();

/** A folder of this run's own. Others may look into it: the database runs as another user. */
export const scratch = mkdtempSync(join(tmpdir(), 'freehold-ci-'));
chmodSync(scratch, 0o755);

function signal(child, name) {
  try {
    // Its whole group: a browser is a dozen processes.
    process.kill(-child.pid, name);
  } catch {
    // It has just ended by itself.
  }
}

process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => process.exit(1));

/**
 * Starts a program in a process group of its own. `output()` is all that it has printed, `ended` resolves with its
 * exit code or the signal that ended it.
 */
export function start(command, args, { cwd = root, env = {}, uid, gid } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    uid,
    gid,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const chunks = [];
  child.stdout.on('data', chunk => chunks.push(chunk));
  child.stderr.on('data', chunk => chunks.push(chunk));
  const ended = new Promise(resolve => {
    child.on('error', error => {
      chunks.push(Buffer.from(`${error}\n`));
      resolve(error.code);
    });
    child.on('close', (code, by) => resolve(code ?? by));
  });
  ended.then(() => running.delete(child));
  return {
    ended,
    output: () => Buffer.concat(chunks).toString(),
    kill: name => signal(child, name),
    hasEnded: () => !running.has(child),
  };
}

/** Runs a program to its end, at most `minutes` long. */
export async function runToEnd(command, args, { minutes = 10, ...options } = {}) {
  const program = start(command, args, options);
  const tooLong = setTimeout(() => program.kill('SIGKILL'), minutes * 60_000);
  const code = await program.ended;
  clearTimeout(tooLong);
  return { code, output: program.output() };
}

/** A port that nobody listens on at this moment. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
