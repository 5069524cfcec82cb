import { isErrorCode, type Routes } from '@freehold/contract';
import { negotiateLocale } from '@freehold/messages';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tenant } from '../../operation/index.ts';
import { type Pages, pageLocale } from '../pages/index.ts';
import { docsIndex, docsPage } from './docs-pages.ts';
import { createDocuments, parts } from './documents.ts';
import { errorIndex, errorPage, unknownErrorPage } from './error-pages.ts';
import { documentHeaders } from './html.ts';

/** What the reference needs from the rest of the house. */
export interface ReferenceNeeds {
  /** The groups of routes to print. */
  readonly groups: readonly Routes[];
  readonly pages: Pages;
  /** @throws Problem `tenant.not_found` */
  readonly findTenant: (host: string) => Promise<Tenant>;
}

/** Mounts what explains the API: its OpenAPI document, the reference pages and a page for each problem code. */
export function mountReference(server: FastifyInstance, { groups, pages, findTenant }: ReferenceNeeds): void {
  const documents = createDocuments(groups);

  const document = (path: string, print: (endpoint: string) => string) =>
    server.get(path, { config: { operationId: `reference ${path}` } }, async (request, reply) => {
      const { endpoint } = await findTenant(request.host);
      return reply
        .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' })
        .send(print(endpoint));
    });
  const page = (path: string, write: (request: FastifyRequest, reply: FastifyReply) => string, script = false) =>
    server.get(path, { config: { operationId: `reference ${path}` } }, async (request, reply) => {
      await findTenant(request.host);
      return reply.headers(documentHeaders(script)).send(write(request, reply));
    });

  document('/api/swagger.json', documents.whole);
  page('/docs', () => docsIndex(pages));
  for (const part of parts) {
    document(`/docs/${part.path}/openapi.json`, endpoint => documents.part(endpoint, part));
    page(
      `/docs/${part.path}`,
      (_, reply) => {
        const text = docsPage(pages, part);
        if (text === undefined) reply.code(503);
        return text ?? 'The web pages are not built. Run "npm run build".';
      },
      true,
    );
  }
  page('/errors', () => errorIndex(pages));
  page('/errors/:code', (request, reply) => {
    const { code = '' } = request.params as { code?: string };
    if (isErrorCode(code)) return errorPage(pages, groups, code, localeOf(request));
    reply.code(404);
    return unknownErrorPage(pages);
  });
}

/** As the page on which the sentence was shown would have chosen it. */
const localeOf = ({ headers }: FastifyRequest) =>
  pageLocale({ cookie: headers.cookie, uiLocales: undefined, acceptLanguage: headers['accept-language'] }, wishes =>
    negotiateLocale(wishes),
  );
