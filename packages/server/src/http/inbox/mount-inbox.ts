import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type Tenant } from '../../operation/index.ts';
import { hostOf, normalizeHost } from '../../tenants/index.ts';
import { isFromElsewhere } from '../own-pages.ts';
import { inboxHeaders, mailHeaders, writeInbox } from './inbox-page.ts';

/** A message as the inbox keeps it. */
export interface ShownMessage {
  readonly id: string;
  readonly createdAt: number;
  readonly channel: 'email' | 'phone';
  readonly to: string;
  readonly type: string;
  readonly code: string | null;
  readonly subject?: string;
  readonly html?: string;
  readonly text: string;
}

/** What the inbox's pages need from the rest of the house. */
export interface InboxNeeds {
  readonly inbox: { list(tenantId: string, to?: string): readonly ShownMessage[] };
  readonly findTenant: (host: string) => Promise<Tenant>;
}

/** Mounts the inbox. For development alone: the composition root leaves it out in production. */
export function mountInbox(server: FastifyInstance, { inbox, findTenant }: InboxNeeds): void {
  const get = (path: string, answer: (request: FastifyRequest, reply: FastifyReply, tenant: Tenant) => unknown) =>
    server.get(path, { config: { operationId: `page ${path}` } }, async (request, reply) => {
      const tenant = await findTenant(request.host);
      if (!isOwn(request, tenant)) throw new Problem('request.not_found');
      // Nobody embeds it, not even blindly.
      reply.headers({ 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' });
      return answer(request, reply, tenant);
    });

  get('/dev/inbox', (request, reply, tenant) => {
    const to = addressOf(request);
    const nonce = randomBytes(16).toString('base64');
    return reply.headers(inboxHeaders(nonce)).send(writeInbox(inbox.list(tenant.id, to), { to, nonce }));
  });
  get('/dev/inbox/messages', (request, reply, tenant) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(inbox.list(tenant.id, addressOf(request)))),
  );
  get('/dev/inbox/messages/:id', (request, reply, tenant) => {
    const { id } = request.params as { id: string };
    const message = inbox.list(tenant.id).find(each => each.id === id);
    if (message?.html === undefined) throw new Problem('request.not_found');
    return reply.headers(mailHeaders).send(message.html);
  });
}

/**
 * Whether the request comes from the installation's own pages, or from no page at all. A page of elsewhere cannot change
 * the `Host` that its browser sends, but it can make its own name lead to this machine (DNS rebinding): to the browser
 * that is its own origin, so only the name gives it away.
 */
const isOwn = ({ headers }: FastifyRequest, tenant: Tenant): boolean =>
  normalizeHost(headers.host ?? '') === hostOf(tenant.endpoint) && !isFromElsewhere(headers, tenant);

function addressOf(request: FastifyRequest): string | undefined {
  const to = new URLSearchParams(request.url.split('?')[1] ?? '').get('to')?.trim();
  return to === '' ? undefined : to;
}
