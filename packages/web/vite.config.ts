import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedAssets } from './build/compressed-assets.ts';
import { darkAlone } from './build/dark-alone.ts';
import { inOurLayer } from './build/in-our-layer.ts';
import { parsedSentences } from './build/parsed-sentences.ts';

const at = (path: string) => new URL(path, import.meta.url).pathname;

// Entries are scripts, not HTML files: the server writes the HTML of every response itself, because
// each carries its own nonce and its own boot data. The manifest tells it the hashed names.
export default defineConfig({
  plugins: [react(), parsedSentences(), compressedAssets()],
  css: { postcss: { plugins: [darkAlone(at('src/ui/dark.css')), inOurLayer()] } },
  // From source, so that the pages build without another build before them.
  resolve: {
    alias: {
      '@freehold/contract': at('../contract/src'),
      '@freehold/messages': at('../messages/src'),
      '@freehold/client': at('../client/src'),
    },
  },
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
      output: {
        codeSplitting: {
          // What most pages share is one file: the bundler would make one of every few lines, each with a request of its own.
          groups: [
            {
              name: 'shared',
              test: /rolldown[/\\]runtime|[/\\](?:client[/\\]src[/\\](?:react[/\\]kit[/\\]|[a-z-]+\.ts)|web[/\\]src[/\\]ui[/\\])/,
              minShareCount: 2,
            },
          ],
        },
      },
      input: {
        'sign-in': at('src/sign-in/main.tsx'),
        'sign-in-preview': at('src/sign-in/preview/main.ts'),
        account: at('src/account/main.tsx'),
        'account-preview': at('src/account-preview/main.tsx'),
        console: at('src/console/main.tsx'),
        'demo-app': at('src/demo-app/main.tsx'),
        'color-scheme': at('src/ui/color-scheme.ts'),
        dark: at('src/ui/dark.css'),
        reference: at('src/reference/plain.ts'),
        'reference-viewer': at('src/reference/viewer.ts'),
      },
    },
  },
});
