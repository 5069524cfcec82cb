/**
 * Prevents a licence that nobody read because its package is a development dependency: what the pages and the server
 * import is compiled into the files that we hand out, whatever `package.json` calls it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImports } from '../arrows/read-imports.ts';
import { closure, type Lock } from './lock-file.ts';

/** Our packages that are installed by others, by the folder they lie in. */
const published = ['packages/contract', 'packages/messages', 'packages/server', 'packages/client'];

/** What comes along with our packages when they are installed. */
export const installedPackages = (lock: Lock): Set<string> =>
  new Set(published.flatMap(folder => [...closure(lock, folder, Object.keys(lock[folder]?.dependencies ?? {}))]));

/** What is compiled into the pages: whatever their sources import, and what that brings with it. */
export const bundledPackages = (root: string, lock: Lock): Set<string> =>
  closure(lock, 'packages/web', importedIn(join(root, 'packages/web/src')));

/**
 * What is compiled into the server: whatever its sources import, and what that brings with it, unless it is installed
 * beside the server (`tools/lib/bundle-server.mjs` makes the same distinction).
 */
export function serverPackages(root: string, lock: Lock): Set<string> {
  const folder = 'packages/server';
  const installed = lock[folder]?.dependencies ?? {};
  const imported = importedIn(join(root, folder, 'src')).filter(name => !Object.hasOwn(installed, name));
  return closure(lock, folder, imported);
}

/** Names of the packages that the sources in a folder import, tests and types aside. */
function importedIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:tsx?|css)$/.test(path) && !/\.test\.tsx?$|^testing\//.test(path))
    .flatMap(path => importedBy(path, readFileSync(join(folder, path), 'utf8')))
    .filter(target => !/^[./]|^node:/.test(target))
    .map(target => target.split('/', target.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(names)];
}

function importedBy(path: string, source: string): string[] {
  if (path.endsWith('.css'))
    return [...source.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)].map(([, target]) => target ?? '');
  return readImports(path, source).imports.flatMap(({ target, typesOnly }) => (target && !typesOnly ? [target] : []));
}
