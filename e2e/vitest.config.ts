import { defineConfig } from 'vitest/config';

// Journeys of people in a real browser against a server that is already running (E2E_BASE_URL). One after
// another: they share that server's settings, which each file finds as they were shipped, and two browsers at once
// would only measure the machine.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    root: new URL('..', import.meta.url).pathname,
    globalSetup: 'e2e/as-shipped.ts',
    setupFiles: 'e2e/each-file.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes, on a busy machine later than within the usual second.
    expect: { poll: { timeout: 20_000 } },
  },
});
