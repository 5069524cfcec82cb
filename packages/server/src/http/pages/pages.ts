import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import type { PageBoot, PageEntry } from '@freehold/contract';
import { formatMessage, isLocale } from '@freehold/messages';
import { chooseEncoding } from './choose-encoding.ts';
import { escapeHtml, htmlShell, type PageDress } from './html-shell.ts';
import { pageHeaders } from './page-headers.ts';
import { assetsFolder, type EntryFiles, readWebBuild, type WebBuild } from './web-build.ts';

/** A complete answer, ready for whatever server sends it. */
export type PageResponse = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

/** The pages of one web build. */
export type Pages = {
  /** One clear line when the pages cannot be served, for the start of the server to print. */
  readonly problem: string | undefined;
  /** The HTML of a page, never cached. Its `status` lets an error page carry the status of its error. */
  render(entry: PageEntry, boot: PageBoot, dress?: PageDress): PageResponse;
  /**
   * A file of the build by its URL path (`/assets/…`), or undefined when the build has no such file.
   * Hashed names never change their content, so they may be kept for ever.
   */
  asset(path: string, acceptEncoding?: string): PageResponse | undefined;
  /** What a page that writes its own HTML has to load of an entry; undefined when there is no build. */
  files(entry: 'reference' | 'reference-viewer'): EntryFiles | undefined;
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Opens the web build in `webRoot` (the folder with `.vite/manifest.json` and `assets/`).
 *
 * A missing build does not stop a server whose API works: `problem` says so, and every page answers 503 with
 * the same line.
 */
export function createPages({ webRoot }: { readonly webRoot: string }): Pages {
  let build: WebBuild;
  try {
    build = readWebBuild(webRoot);
  } catch (error) {
    return withoutBuild(error instanceof Error ? error.message : String(error));
  }
  return {
    problem: undefined,
    files: entry => build.entry(entry),
    render(entry, boot, dress = {}) {
      const nonce = randomBytes(16).toString('base64');
      const locale = isLocale(boot.locale) ? boot.locale : 'en';
      const html = htmlShell({
        boot,
        nonce,
        files: build.entry(entry, locale),
        colorScheme: build.colorScheme,
        dark: build.dark,
        title: boot.tenantName,
        noScript: formatMessage(locale, 'pages.noScript'),
        dress,
      });
      return { status: dress.status ?? 200, headers: pageHeaders(entry, nonce, dress), body: html };
    },
    asset(path, acceptEncoding) {
      const prefix = `/${assetsFolder}/`;
      if (!path.startsWith(prefix)) return undefined;
      const name = path.slice(prefix.length);
      const type = types[extname(name)];
      // Looked up among the names that the build wrote, never joined to a path: `..`, an encoded slash or a NUL
      // byte are simply names that do not exist.
      const plain = build.files.get(name);
      if (type === undefined || plain === undefined) return undefined;
      const encoding = chooseEncoding(acceptEncoding, suffix => build.files.has(name + suffix));
      const body = encoding === undefined ? plain : (build.files.get(name + encoding.suffix) ?? plain);
      return {
        status: 200,
        headers: {
          'content-type': type,
          'content-length': String(body.length),
          'cache-control': 'public, max-age=31536000, immutable',
          ...(encoding === undefined ? {} : { 'content-encoding': encoding.name }),
          vary: 'accept-encoding',
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
        },
        body,
      };
    },
  };
}

function withoutBuild(problem: string): Pages {
  return {
    problem,
    render: () => ({
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
      },
      // The folder's path is for the operator's terminal, not for whoever opens the page.
      body: `<!doctype html><html lang="en"><title>Not built</title><p>${escapeHtml('The web pages are not built. Run "npm run build".')}</p></html>`,
    }),
    asset: () => undefined,
    files: () => undefined,
  };
}
