/**
 * Prevents: `dist` holding what its sources no longer say: compiled files of deleted sources, tests,
 * a migration that was renamed.
 *
 * Five steps: `code` (TypeScript of contract, messages, server and client, and the migrations), `styles` (of
 * what applications mount), `bundle` (the server in a few files, which start faster than the many they are
 * made of), `web` (the pages, put where the server looks for them), `template` (the database that a first
 * start begins with). Works before anything is installed as long as nothing is stale.
 */
import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root, run, runNode, runNpm, say } from './run.mjs';
import { build, isFresh } from './staleness.mjs';

/** The packages that `tsc` compiles, each after those it builds on. */
const compiledPackages = ['contract', 'messages', 'server', 'client'];

const bundle = 'packages/server/dist/bundle';

/** The server's entry, as it is published and started. */
export const serverMain = join(root, bundle, 'main.js');

/** The same, file by file as the compiler leaves it: what is started while sources change. */
export const compiledMain = join(root, 'packages/server/dist/main.js');

/** The migrations, which the build copies as they are. */
const migrations = 'packages/server/src/database/migrations';
const webBuild = 'packages/web/dist';

/** Where the server looks for the pages. */
export const servedWeb = 'packages/server/dist/web';
const template = 'packages/server/dist/pglite-template.tar.gz';
const embeddedStyles = 'packages/client/dist/react';

const common = ['tsconfig.base.json', 'package-lock.json', 'tools/lib/build-steps.mjs'];
const compiledSources = compiledPackages.flatMap(name =>
  ['src', 'tsconfig.json', 'package.json'].map(file => `packages/${name}/${file}`),
);

export const steps = {
  code: {
    name: 'code',
    inputs: [...common, ...compiledSources],
    outputs: [
      ...compiledPackages.map(name => `packages/${name}/dist/${name === 'server' ? 'main' : 'index'}.js`),
      'packages/server/dist/database/migrations',
    ],
  },
  bundle: {
    name: 'bundle',
    inputs: [...common, 'tools/lib/bundle-server.mjs', 'THIRD_PARTY.md', ...compiledSources],
    outputs: [`${bundle}/main.js`, `${bundle}/THIRD_PARTY.md`],
  },
  styles: {
    name: 'styles',
    inputs: [...common, 'tools/embedded-styles.mjs', 'tools/lib/embedded-styles.mjs', 'packages/client/src/react'],
    outputs: [`${embeddedStyles}/styles.css`],
  },
  web: {
    name: 'web',
    // The sentences, the contract and the components of the client are compiled into the pages.
    inputs: [...common, 'packages/contract/src', 'packages/messages/src', 'packages/client/src', 'packages/web'],
    outputs: [`${servedWeb}/.vite/manifest.json`],
  },
  template: {
    name: 'template',
    inputs: [...common, 'packages/server/src/database'],
    outputs: [template],
  },
};

const tsc = join(root, 'node_modules/typescript/bin/tsc');

async function compile() {
  for (const name of compiledPackages) {
    const dist = join(root, 'packages', name, 'dist');
    // The compiler trusts its own notes about what it has written: without outputs they mislead it.
    if (!existsSync(join(dist, name === 'server' ? 'main.js' : 'index.js'))) {
      rmSync(join(dist, '.tsbuildinfo'), { force: true });
    }
  }
  await runNode(tsc, ['-b', ...compiledPackages.map(name => `packages/${name}`)], { quiet: true });
  for (const name of compiledPackages) removeOrphans(join(root, 'packages', name));
  const target = join(root, 'packages/server/dist/database/migrations');
  rmSync(target, { recursive: true, force: true });
  cpSync(join(root, migrations), target, { recursive: true });
}

/** Compiles what has changed, as {@link buildAll} does, and nothing else. */
export const compileChanges = () => build(steps.code, compile);

/** Removes compiled files whose source is gone, which the compiler leaves behind. */
function removeOrphans(folder) {
  const walk = path => {
    for (const entry of readdirSync(join(folder, 'dist', path), { withFileTypes: true })) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) {
        if (inner !== 'web' && inner !== 'bundle') walk(inner);
        continue;
      }
      const name = inner.replace(/\.(?:d\.ts|js\.map|js)$/, '');
      const hasSource = ['.ts', '.tsx'].some(ending => existsSync(join(folder, 'src', name + ending)));
      if (name !== inner && !hasSource) rmSync(join(folder, 'dist', inner));
    }
  };
  walk('');
}

async function buildWeb() {
  await runNpm(['run', 'build', '--workspace', '@freehold/web'], { quiet: true });
  const unfinished = join(root, `${servedWeb}.${process.pid}`);
  cpSync(join(root, webBuild), unfinished, { recursive: true });
  rmSync(join(root, servedWeb), { recursive: true, force: true });
  renameSync(unfinished, join(root, servedWeb));
}

async function makeBundle() {
  const { bundleServer } = await import('./bundle-server.mjs');
  await bundleServer(join(root, bundle));
  // The licences of what is compiled in want to be handed on with it.
  cpSync(join(root, 'THIRD_PARTY.md'), join(root, bundle, 'THIRD_PARTY.md'));
}

async function makeStyles() {
  await runNode(join(root, 'tools/embedded-styles.mjs'), [join(root, embeddedStyles)], { quiet: true });
}

async function makeTemplate() {
  const module = pathToFileURL(join(root, 'packages/server/dist/database/template.js')).href;
  const script = `await (await import(${JSON.stringify(module)})).makeTemplate()`;
  await run(process.execPath, ['--input-type=module', '--eval', script], { quiet: true });
}

/** Makes what is missing or stale; everything with `force`. */
export async function buildAll({ force = false } = {}) {
  const stale = step => force || !isFresh(step);
  const staleSteps = Object.values(steps).filter(stale);
  if (staleSteps.length === 0) return;
  if (force) {
    for (const name of compiledPackages) rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  }
  say(`building ${staleSteps.map(step => step.name).join(', ')}`);
  const when = (step, work) => (staleSteps.includes(step) ? build(step, work) : undefined);
  const code = async () => {
    await when(steps.code, compile);
    // After the compiler: our other packages are taken as they are published.
    await when(steps.bundle, makeBundle);
    await when(steps.styles, makeStyles);
    await when(steps.template, makeTemplate);
  };
  // Both run to their end: a failure in one would otherwise leave the other writing behind our back.
  const results = await Promise.allSettled([code(), when(steps.web, buildWeb)]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
