/**
 * `node run-typescript.mjs <file.ts>`: runs a TypeScript file in a process of its own, with the test runner's compiler.
 * What plays somebody outside has to be outside: it is stopped, killed and hung without touching who watches.
 */
import { createViteServer } from 'vitest/node';

const [file] = process.argv.slice(2);
const vite = await createViteServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
await vite.ssrLoadModule(file);
