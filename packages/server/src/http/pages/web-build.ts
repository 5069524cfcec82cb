import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type ManifestChunk = {
  readonly file: string;
  readonly src?: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};

/** What the HTML shell of one entry has to load, as absolute paths of this origin. */
export type EntryFiles = {
  readonly script: string;
  readonly preload: readonly string[];
  readonly styles: readonly string[];
};

/** The web build as it lies on the disk. */
export type WebBuild = {
  /** The files that may be served by their names without a folder: exactly those that the build wrote. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The entry's files, and the sentences of the language it will open in, if it says any. */
  entry(name: string, locale?: string): EntryFiles;
  /** Path of the script that chooses the colours before the first paint. */
  readonly colorScheme: string;
  /** Path of the style sheet with the dark colours for browsers that run no scripts. */
  readonly dark: string;
};

/** The sentences that each entry says, so that they load beside its script and not after it. */
const sectionsOf: Readonly<Record<string, readonly string[]>> = {
  'sign-in': ['common', 'pages'],
  'sign-in-preview': ['common', 'pages'],
  'demo-app': ['common', 'pages'],
  account: ['common', 'account'],
  'account-preview': ['common', 'account', 'console'],
  console: ['common', 'account', 'console'],
};

/** Folder of the build inside `webRoot`, and the first segment of the path it is served under. */
export const assetsFolder = 'assets';

/** Where the build lies: beside the compiled server in a package, in the neighbouring package when run from source. */
export function defaultWebRoot(): string {
  const packed = fileURLToPath(new URL('../../web/', import.meta.url));
  if (existsSync(packed)) return packed;
  return fileURLToPath(new URL('../../../../web/dist/', import.meta.url));
}

/** Reads the manifest of the build once. @throws Error with one clear line when there is no build. */
export function readWebBuild(webRoot: string): WebBuild {
  const manifestPath = join(webRoot, '.vite', 'manifest.json');
  let manifest: Readonly<Record<string, ManifestChunk>>;
  try {
    manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  } catch (error) {
    throw new Error(`The web pages are not built: no readable ${manifestPath}. Run "npm run build".`, { cause: error });
  }
  const folder = join(webRoot, assetsFolder);
  const chunks = Object.values(manifest);
  const named = (name: string): ManifestChunk => {
    const chunk = chunks.find(candidate => candidate.name === name && candidate.isEntry);
    if (chunk === undefined)
      throw new Error(`The web build in ${webRoot} has no entry "${name}". Run "npm run build".`);
    return chunk;
  };
  // Imports first: a style sheet of the entry may override one that it shares with others.
  const withImports = (chunk: ManifestChunk, seen = new Set<ManifestChunk>()): Set<ManifestChunk> => {
    for (const key of chunk.imports ?? []) {
      const imported = manifest[key];
      if (imported !== undefined && !seen.has(imported)) withImports(imported, seen);
    }
    return seen.add(chunk);
  };
  return {
    // Read once, a few megabytes: a build that is made anew under a running server cannot pull files from under
    // the pages that it has already described.
    files: new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name))])),
    colorScheme: `/${named('color-scheme').file}`,
    dark: `/${named('dark').file}`,
    entry(name, locale) {
      const entry = named(name);
      const all = withImports(entry);
      for (const section of sectionsOf[name] ?? []) {
        const path = `/${locale?.toLowerCase()}/${section}.ts`;
        const sentences = Object.entries(manifest).find(([key]) => key.endsWith(path))?.[1];
        if (sentences !== undefined) withImports(sentences, all);
      }
      const loaded = [...all];
      return {
        script: `/${entry.file}`,
        preload: loaded.filter(chunk => chunk !== entry).map(chunk => `/${chunk.file}`),
        styles: [...new Set(loaded.flatMap(chunk => chunk.css ?? []))].map(file => `/${file}`),
      };
    },
  };
}
