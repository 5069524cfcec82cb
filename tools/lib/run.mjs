/**
 * Prevents: a failed step that looks like a success, since nobody read the exit code of the program it ran.
 *
 * Works before anything is installed: it imports Node.js and nothing else.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The root of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Says on standard error what a tool is doing: standard output belongs to the product. */
export const say = line => process.stderr.write(`freehold: ${line}\n`);

/** A program ended badly. */
export class CommandFailed extends Error {}

/**
 * Runs a program in the repository's root and resolves with what it printed.
 * With `quiet` its output is shown only when it fails, else at once.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2] });
    const output = [];
    child.stdout?.on('data', chunk => output.push(chunk));
    child.stderr?.on('data', chunk => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const text = Buffer.concat(output).toString();
      if (code === 0) return resolve(text);
      if (quiet) process.stderr.write(text);
      const shown = [command === process.execPath ? 'node' : command, ...args].join(' ');
      reject(new CommandFailed(`${shown} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Runs a script with this Node.js. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options);

/** Runs npm: the one that runs this script, if any, since it is the one its caller chose. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return runNode(npm, args, options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** Ends a tool on an error: one line when a program has already said why, the stack when it is our own bug. */
export function fail(error) {
  if (error instanceof CommandFailed) say(error.message);
  else console.error(error);
  process.exit(1);
}
