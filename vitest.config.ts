import { defineConfig } from 'vitest/config';

const packages = new URL('./packages/', import.meta.url).pathname;

/**
 * Tests that put another module in the place of one (`vi.mock`). They need modules that nobody has loaded before them: in a
 * process that is shared, which of the two they get depends on who ran there first.
 */
const alone = 'packages/*/src/**/*.alone.test.ts';

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@freehold\/(contract|messages|client)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@freehold\/client\/(react(?:\/kit)?)$/, replacement: `${packages}client/src/$1/index.ts` },
      { find: /^@freehold\/messages\/(.+)$/, replacement: `${packages}messages/src/$1.ts` },
    ],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes: how soon is no business of a test, and a busy machine takes longer than the usual second.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: [alone],
          // One worker process a core, shared by its test files: the embedded database and the protocol
          // engine take seconds to load, and a fresh tenant separates tests as well as a fresh process.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: [alone], isolate: true } },
    ],
  },
});
