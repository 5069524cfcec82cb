/**
 * Writes the style sheet of `@freehold/client/react/styles.css` into the folder that is named: `node tools/embedded-styles.mjs DIR`.
 *
 * Prevents: a first `npm start` that goes on in production mode. The bundler sets NODE_ENV in the process in which it runs, so
 * that the build runs this one by itself.
 */
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { belowOurRoot } from './lib/embedded-styles.mjs';
import { root } from './lib/run.mjs';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('usage: node tools/embedded-styles.mjs DIR');

await build({
  root: join(root, 'packages/client'),
  configFile: false,
  logLevel: 'warn',
  css: { postcss: { plugins: [belowOurRoot] } },
  build: {
    outDir: target,
    emptyOutDir: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: join(root, 'packages/client/src/react/styles.css'),
      output: { assetFileNames: '[name][extname]' },
    },
  },
});
