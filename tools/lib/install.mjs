/**
 * Prevents: code that was pulled today running on the packages of last month.
 *
 * Works before anything is installed: it imports Node.js and nothing else.
 */
import { readFileSync } from 'node:fs';
import { root, runNpm, say } from './run.mjs';

/**
 * Whether `node_modules` holds what the lock file asks for.
 *
 * Compares contents, not dates: npm writes down what it installed in `node_modules/.package-lock.json`
 * as its last act, so an interrupted installation counts as none, and one made by `npm install` is as
 * good as ours.
 */
export function isInstalled(folder = root) {
  let installed;
  try {
    installed = JSON.parse(readFileSync(`${folder}node_modules/.package-lock.json`, 'utf8')).packages;
  } catch {
    return false;
  }
  const locked = JSON.parse(readFileSync(`${folder}package-lock.json`, 'utf8')).packages;
  return Object.entries(locked).every(([path, wanted]) => {
    // The root itself, and the sources of the workspaces: npm installs links to them.
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = installed[path];
    // Optional packages are mostly builds for other machines than this one.
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity && found.link === wanted.link;
  });
}

/** Installs what the lock file says, exactly, when it is not there yet. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  say('installing packages');
  // The build needs the development packages too, whatever NODE_ENV says.
  await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
}
