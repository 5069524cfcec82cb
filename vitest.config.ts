import { defineConfig } from 'vitest/config';

const packages = new URL('./packages/', import.meta.url).pathname;

// One worker process a core, shared by its test files: the embedded database and the protocol
// engine take seconds to load, and a fresh tenant separates tests as well as a fresh process.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@freehold\/(contract|messages|client)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@freehold\/client\/(react(?:\/kit)?)$/, replacement: `${packages}client/src/$1/index.ts` },
      { find: /^@freehold\/messages\/(.+)$/, replacement: `${packages}messages/src/$1.ts` },
    ],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
