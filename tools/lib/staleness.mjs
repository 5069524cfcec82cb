/**
 * Prevents: serving yesterday's build after today's pull, and rebuilding for a minute when nothing changed.
 *
 * A step remembers a digest of the contents it was built from. Reading every source at every start
 * would cost more than the start, so sizes and change times are asked first, and contents only when
 * those differ.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

/**
 * A step of the build.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} inputs Files and folders, from the root.
 * @property {readonly string[]} outputs Files that exist when the step is done, from the root.
 */

const isSource = name => !name.endsWith('.test.ts') && !name.endsWith('.test.tsx');

/** Folders that no build reads. */
const skipped = new Set(['node_modules', 'dist', 'testing']);

/** Every file below the inputs of a step, in a fixed order. */
function* filesOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    yield { path, stats };
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() ? skipped.has(entry.name) : !isSource(entry.name)) continue;
    yield* filesOf(join(path, entry.name));
  }
}

const inputsOf = (step, base) => step.inputs.flatMap(input => [...filesOf(join(base, input))]);

function digestOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** Changes when any file was written, created or removed: the change time cannot be set back, unlike the time of modification. */
const signatureOf = (files, base) =>
  digestOf(files.map(({ path, stats }) => `${relative(base, path)} ${stats.size} ${stats.ctimeMs} ${stats.mtimeMs}`));

const contentsOf = (files, base) => digestOf(files.flatMap(({ path }) => [relative(base, path), readFileSync(path)]));

/**
 * A digest of what a step is made from, as the file system describes it: another one as soon as a source is saved.
 *
 * @param {Step} step
 */
export const sourcesOf = (step, base = root) => signatureOf(inputsOf(step, base), base);

/** Where the steps remember what they were built from: not in `dist`, which is published. */
const memory = 'node_modules/.cache/freehold/build';

const memoryOf = (step, base) => join(base, memory, `${step.name}.json`);

function remembered(step, base) {
  try {
    return JSON.parse(readFileSync(memoryOf(step, base), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether the step's outputs exist and were made from its inputs as they are now.
 *
 * @param {Step} step
 */
export function isFresh(step, base = root) {
  const known = remembered(step, base);
  if (known === undefined || !step.outputs.every(output => existsSync(join(base, output)))) return false;
  const files = inputsOf(step, base);
  const signature = signatureOf(files, base);
  if (known.signature === signature) return true;
  if (known.contents !== contentsOf(files, base)) return false;
  write(step, base, { signature, contents: known.contents });
  return true;
}

/**
 * Forgets what the step's outputs were made from, for whoever writes them by another way.
 *
 * @param {Step} step
 */
export const forget = (step, base = root) => rmSync(memoryOf(step, base), { force: true });

function write(step, base, state) {
  mkdirSync(dirname(memoryOf(step, base)), { recursive: true });
  writeFileSync(memoryOf(step, base), JSON.stringify(state));
}

/**
 * Runs `work` and remembers what it was built from. What is remembered is the state before the work:
 * a file that is edited meanwhile makes the step stale again.
 *
 * @param {Step} step
 * @param {() => Promise<void>} work
 */
export async function build(step, work, base = root) {
  const files = inputsOf(step, base);
  const state = { signature: signatureOf(files, base), contents: contentsOf(files, base) };
  forget(step, base);
  await work();
  write(step, base, state);
}
