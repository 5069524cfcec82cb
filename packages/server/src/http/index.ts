/**
 * The edge towards HTTP: the only folder that knows the web framework.
 *
 * `mount.ts` is the pipeline that every request walks, on one page; `server.ts` the server with its
 * limits, headers and errors; `authenticate.ts` and `guards.ts` the judging steps; `pages/` what
 * browsers are sent, `reference/` what explains the API. It holds no rule of the product: those are in the capabilities' folders, the
 * order in which they are asked is data on each route.
 */
export { authenticateManager } from './authenticate-manager.ts';
export { createSourceOf } from './client-address.ts';
export { mountInbox } from './inbox/index.ts';
export { listen } from './listen.ts';
export type { Log } from './log.ts';
export { mount } from './mount.ts';
export { mountPages, type PageNeeds } from './page-routes/index.ts';
export { createPages, defaultWebRoot, type Pages } from './pages/index.ts';
export type { Pipeline } from './pipeline.ts';
export { mountReference } from './reference/index.ts';
export { createServer, type HttpServer, type ServerOptions } from './server.ts';
export { mountStatus } from './status.ts';
export { mountUserAssets } from './user-assets.ts';
