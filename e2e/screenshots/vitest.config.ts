import { defineConfig } from 'vitest/config';

// Pictures of every page (`npm run screenshots`), one after another: they share one server's settings.
export default defineConfig({
  test: {
    include: ['e2e/screenshots/*.shots.ts'],
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: 'e2e/screenshots/gallery.ts',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
