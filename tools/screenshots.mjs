/**
 * Takes a picture of every page as people see it: light, dark, on a phone, in Traditional Chinese, in German, in forced
 * colours; with names that try to break it.
 *
 * `npm run screenshots` starts the product on a database of its own, walks through the pages in Chromium and leaves the
 * pictures and an `index.html` of them in `screenshots/`; it fails where a page scrolls sideways or keeps somebody out (axe).
 * `npm run screenshots -- -t "my account"` takes some; with DOCS=1 those that stand in the documents are written to
 * `docs/images`.
 */
import './lib/require-node.mjs';
import { join } from 'node:path';
import process from 'node:process';

const { ensureInstalled } = await import('./lib/install.mjs');
const { buildAll } = await import('./lib/build-steps.mjs');
const { fail, root, runNode } = await import('./lib/run.mjs');
const { scratch } = await import('./ci/processes.mjs');
const { startProduct } = await import('./ci/product.mjs');

try {
  await ensureInstalled();
  await buildAll();
  const management = { MANAGEMENT_APP_ID: 'screenshots', MANAGEMENT_APP_SECRET: 'secretOfTheScreenshots' };
  const product = await startProduct({ DATA_DIR: join(scratch, 'data'), ...management });
  const args = ['run', '--config', 'e2e/screenshots/vitest.config.ts', ...process.argv.slice(2)];
  await runNode(join(root, 'node_modules/vitest/vitest.mjs'), args, {
    env: { ...process.env, ...management, E2E_BASE_URL: product.baseUrl },
  }).finally(product.stop);
} catch (error) {
  fail(error);
}
