/**
 * Prevents: a restart that takes longer than the second it may take, since it finds, reads and links hundreds of small
 * modules.
 *
 * The server, our packages and the packages that are JavaScript alone become a handful of files. What the server
 * imports when it needs it (`import()`) stays a file of its own, read when it is needed. Names and lines are left as
 * they are, so that a stack trace still says something; the maps beside the files are read by
 * `node --enable-source-maps` only and cost a start nothing.
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './run.mjs';

const server = join(root, 'packages/server');
const sources = join(server, 'src') + sep;

/** What is installed beside the server and not compiled into it: add-ons in machine code, and WebAssembly with its files. */
const { dependencies } = JSON.parse(readFileSync(join(server, 'package.json'), 'utf8'));
const installed = Object.keys(dependencies);

/**
 * Files that a module names by its own place lie where `tsc` would have put that module: in `dist`, one above the
 * bundle, whichever file of the bundle the module ends up in.
 */
const keepPlaces = {
  name: 'keep-places',
  transform(code, id) {
    if (!id.startsWith(sources) || !code.includes('import.meta.url')) return undefined;
    const place = `new URL('../${relative(sources, id).replaceAll(sep, '/')}', import.meta.url).href`;
    // No map of its own: lines stay where they are.
    return { code: code.replaceAll('import.meta.url', place), map: null };
  },
};

/** Writes the bundle of `packages/server/src/main.ts` into the folder `target`. */
export async function bundleServer(target) {
  // Loaded here: asking whether a build is stale must work, and be quick, without it.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: root,
    input: join(sources, 'main.ts'),
    platform: 'node',
    // An optional add-on of the PostgreSQL driver, which it looks for when it is asked to.
    external: id => id === 'pg-native' || installed.some(name => id === name || id.startsWith(`${name}/`)),
    plugins: [keepPlaces],
    // A package that cannot be found would be found missing by whoever starts the product.
    onLog(level, log, print) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      // A dependency of the protocol engine makes its deprecated functions by `eval`, of constants.
      if (log.code !== 'EVAL') print(level, log);
    },
  });
  await bundle.write({
    dir: target,
    cleanDir: true,
    chunkFileNames: '[name].js',
    // The protocol engine names what it stores by its classes.
    keepNames: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  await bundle.close();
}
