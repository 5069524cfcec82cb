/** Prevents a second opinion about what is installed: every check of packages reads the lock file through here. */
import { readFileSync } from 'node:fs';

/** One installed place, as `package-lock.json` has it. */
export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly engines?: { readonly node?: string };
  readonly link?: true;
  readonly resolved?: string;
  readonly optional?: true;
  readonly hasInstallScript?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Packages by the place where they lie, from the root of the repository. */
export type Lock = Readonly<Record<string, LockedPackage>>;

export const readLock = (root: string): Lock => JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;

/** The name of the package that lies at `place`. */
export const nameAt = (place: string): string =>
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Where `name` is found by whoever lies at `from`, as Node looks for it: beside it, then further up. */
function locate(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    const found = lock[place];
    if (found) return found.link ? found.resolved : place;
    if (folder === '') return undefined;
  }
}

/**
 * Everything that `names`, asked for from `from`, bring with them at run time, themselves included; our own packages
 * are looked through and left out.
 *
 * @throws Error when something that is needed is not in the lock file
 */
export function closure(lock: Lock, from: string, names: readonly string[]): Set<string> {
  const places = new Set<string>();
  const seen = new Set<string>();
  const enter = (asker: string, name: string, needed: boolean): void => {
    const place = locate(lock, asker, name);
    if (place === undefined) {
      if (needed) throw new Error(`${asker} needs ${name}, which the lock file does not have`);
      return;
    }
    if (seen.has(place)) return;
    seen.add(place);
    if (place.includes('node_modules/')) places.add(place);
    const {
      dependencies = {},
      optionalDependencies = {},
      peerDependencies = {},
      peerDependenciesMeta = {},
    } = lock[place] ?? {};
    for (const next of Object.keys(dependencies)) enter(place, next, true);
    for (const next of Object.keys(optionalDependencies)) enter(place, next, false);
    for (const next of Object.keys(peerDependencies)) enter(place, next, peerDependenciesMeta[next]?.optional !== true);
  };
  for (const name of names) enter(from, name, true);
  return places;
}
