/**
 * A single-page application of somebody else's: its files on an origin of its own. The origin is `127.0.0.1` where the
 * server's is `localhost`, so that the browser takes them for two sites, as two domains would be.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Serves `pages/<name>.mjs`, bundled with the library that it uses, at every path.
 *
 * @returns `origin`, `configure` which says what the page finds as its settings, and `close`
 */
export async function serveApplication(name) {
  const script = await bundle(fileURLToPath(new URL(`../pages/${name}.mjs`, import.meta.url)));
  let settings = {};
  const server = createServer((request, response) => {
    if (request.url === '/application.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
    } else if (request.url === '/favicon.ico') {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(document(name, settings));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    configure: given => {
      settings = given;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundle(input) {
  const build = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  try {
    const { output } = await build.generate({ format: 'esm', codeSplitting: false });
    return output[0].code;
  } finally {
    await build.close();
  }
}

const document = (name, settings) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${name}</title></head>
  <body>
    <script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>
    <script type="module" src="/application.js"></script>
  </body>
</html>
`;

/**
 * Waits until the application has started at `path`, having answered a callback if there was one, and returns what runs
 * its functions in the page.
 */
export async function application(page, path) {
  await page.waitForURL(url => url.pathname === path && url.hostname === '127.0.0.1');
  await page.waitForFunction(() => window.application !== undefined);
  return {
    /** Resolves with what the function does; rejects with `{ name, code, message }` of what it throws. */
    call: async (name, ...values) => {
      const { value, error } = await page.evaluate(
        async ([name, values]) => {
          try {
            return { value: await window.application[name](...values) };
          } catch (error) {
            return { error: { name: error.name, code: error.code ?? error.error, message: error.message } };
          }
        },
        [name, values],
      );
      if (error) throw Object.assign(new Error(error.message), error);
      return value;
    },
    /** Starts a function that leaves the page. What it throws is uncaught there, which fails the journey. */
    leave: (name, ...values) =>
      page.evaluate(
        ([name, values]) => {
          void window.application[name](...values);
        },
        [name, values],
      ),
  };
}
