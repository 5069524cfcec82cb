/**
 * Prevents: a change of a setting, an error or a route that the reference does not tell.
 *
 * `npm run generate` writes the generated files; `npm run generate -- --check` fails when one of them is stale.
 * It reads the sources, not a build, so that it cannot be right about an old one.
 */
import './lib/require-node.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';

const { ensureInstalled } = await import('./lib/install.mjs');
const { fail, root, say } = await import('./lib/run.mjs');

await ensureInstalled().catch(fail);
const { runnerImport } = await import('vite');
const packages = `${root}packages/`;
const { module } = await runnerImport(`${root}tools/generate-reference.ts`, {
  root,
  logLevel: 'error',
  resolve: {
    alias: [{ find: /^@freehold\/(contract|messages)$/, replacement: `${packages}$1/src/index.ts` }],
  },
});

const current = path => {
  try {
    return readFileSync(root + path, 'utf8');
  } catch {
    return undefined;
  }
};
const stale = Object.entries(module.generatedFiles(root)).filter(([path, content]) => current(path) !== content);
if (process.argv.includes('--check')) {
  for (const [path] of stale) say(`${path} is stale: run "npm run generate" and commit it`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const [path, content] of stale) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, content);
    say(`wrote ${path}`);
  }
}
