/**
 * Prevents: a mistake that a program could have found reaching a person who reviews.
 *
 * `npm run check` runs every check that needs no running product, all of them even when one fails, and says in
 * one line each what failed and how long it took. `npm run check -- types lint` runs some.
 */
import './lib/require-node.mjs';
import process from 'node:process';

const { fail, root, run } = await import('./lib/run.mjs');
const { ensureInstalled } = await import('./lib/install.mjs');

await ensureInstalled().catch(fail);

const bin = path => `${root}node_modules/${path}`;
const vitest = file => [bin('vitest/vitest.mjs'), 'run', '--reporter=dot', file];

/** Name, what is wrong when it fails, and the script with its arguments. */
const checks = [
  ['types', 'the compiler refuses something', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  [
    'types of the pages',
    'the compiler refuses something',
    [bin('typescript/bin/tsc'), '-p', 'packages/web/tsconfig.json'],
  ],
  [
    'format and lint',
    '"npm run format" mends most of it',
    [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--diagnostic-level=warn', '--colors=off', '.'],
  ],
  ['dead code', 'an export, a file or a dependency that nobody uses', [bin('knip/bin/knip.js'), '--no-progress']],
  ['arrows', 'an import that tools/arrows/table.ts does not allow', vitest('tools/arrows.test.ts')],
  ['licences', 'a package that we must not ship', vitest('tools/licences.test.ts')],
  ['engines', 'a package that does not run on the oldest Node.js', vitest('tools/engines.test.ts')],
  [
    'install scripts',
    'a package that runs a program of its own when it is installed',
    vitest('tools/install-scripts.test.ts'),
  ],
  ['generated files', 'run "npm run generate" and commit what it writes', ['tools/generate.mjs', '--check']],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !checks.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(`no check is named ${unknown.join(', ')}; there are: ${checks.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

let failed = 0;
let passed = 0;
for (const [name, hint, command] of checks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  const problem = await run(process.execPath, command, { quiet: true }).then(
    () => undefined,
    error => error,
  );
  const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(`${problem ? 'FAILED' : 'ok    '} ${name.padEnd(20)} ${time.padStart(7)}${problem ? `  ${hint}` : ''}`);
  if (problem) failed++;
  else passed++;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
