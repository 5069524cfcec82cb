import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedAssets } from './build/compressed-assets.ts';

const at = (path: string) => new URL(path, import.meta.url).pathname;

// Entries are scripts, not HTML files: the server writes the HTML of every response itself, because
// each carries its own nonce and its own boot data. The manifest tells it the hashed names.
export default defineConfig({
  plugins: [react(), compressedAssets()],
  // From source, so that the pages build without another build before them.
  resolve: { alias: { '@freehold/messages': at('../messages/src'), '@freehold/client': at('../client/src') } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // data: URLs are refused by the content security policy for everything but pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // What every entry is made of, in one file: left to itself the bundler makes a file for each set of entries that share
      // a part, and every one of them is a request of its own before the first paint.
      output: {
        codeSplitting: {
          groups: [{ name: 'kit', test: /\/(?:client\/src\/react\/kit|web\/src\/ui)\/(?!color-scheme)/ }],
        },
      },
      input: {
        'sign-in': at('src/sign-in/main.tsx'),
        account: at('src/account/main.tsx'),
        console: at('src/console/main.tsx'),
        'demo-app': at('src/demo-app/main.tsx'),
        'color-scheme': at('src/ui/color-scheme.ts'),
        reference: at('src/reference/plain.ts'),
        'reference-viewer': at('src/reference/viewer.ts'),
      },
    },
  },
});
