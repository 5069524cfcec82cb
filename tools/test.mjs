/**
 * Prevents: `npm test` in a fresh clone failing for want of an `npm install` that nobody mentioned.
 *
 * Needs no build: tests run from the sources. Arguments go to the test runner (`npm test -- account`).
 */
import './lib/require-node.mjs';
import { spawn } from 'node:child_process';
import process from 'node:process';

const { fail, root } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');

await ensureInstalled().catch(fail);
const runner = spawn(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl-C reaches the runner by itself, from the terminal: it ends first, and we with it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => runner.kill('SIGTERM'));
runner.on('close', code => process.exit(code ?? 1));
