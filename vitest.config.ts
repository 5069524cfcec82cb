import { defineConfig } from 'vitest/config';

const source = (name: string) => new URL(`./packages/${name}/src/index.ts`, import.meta.url).pathname;

// One worker process a core, shared by its test files: the embedded database and the protocol
// engine take seconds to load, and a fresh tenant separates tests as well as a fresh process.
export default defineConfig({
  resolve: { alias: { '@freehold/contract': source('contract'), '@freehold/messages': source('messages') } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
