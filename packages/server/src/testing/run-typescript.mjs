/**
 * `node run-typescript.mjs <file.ts> <arguments>`: runs a TypeScript file in a process of its own, with the
 * test runner's compiler, for tests of what only a whole process can show (being killed, for one).
 */

import { createViteServer } from 'vitest/node';

const [file, ...args] = process.argv.slice(2);
const vite = await createViteServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const { main } = await vite.ssrLoadModule(file);
await main(...args);
await vite.close();
