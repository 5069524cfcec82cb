/**
 * Providers that answer by form post (OAuth 2.0 Form Post Response Mode; Apple does when it is asked for a name or email)
 * send the browser to the callback with a POST from their own site. That request carries no cookie of ours
 * (`SameSite=Lax`) and meets no page, so it is turned into the same callback by GET, as every other provider sends it.
 */
import type { FastifyInstance } from 'fastify';
import { Problem, type Tenant } from '../operation/index.ts';

/** Far above any real answer: a code, a state, an ID token, a name. Also what proxies take in a request line. */
const MAX_QUERY = 7_000;

/** Where people who sign in, and people who link an account to theirs, come back to. */
const callbacks = ['/callback/:connectorId', '/account/security/linked/callback'];

/** Lets routes of this scope take forms, as text. */
export function takeTextForms(scope: FastifyInstance): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
}

/**
 * Mounts the callbacks for POST.
 *
 * It believes nothing: whoever posts here could as well have sent the browser to the address that it answers with. What
 * the answer is worth is judged where it is redeemed, by the state that this browser's sign-in was begun with.
 */
export function acceptFormPost(
  server: FastifyInstance,
  { findTenant }: { readonly findTenant: (host: string) => Promise<Tenant> },
): void {
  // A scope of its own: no route of the API takes forms.
  server.register(async scope => {
    takeTextForms(scope);
    for (const callback of callbacks) {
      const config = { operationId: `form post ${callback}` };
      scope.post<{ Params: { connectorId?: string } }>(callback, { config }, async (request, reply) => {
        const tenant = await findTenant(request.host);
        const { body, params } = request;
        if (typeof body !== 'string') throw new Problem('request.unsupported_media_type');
        const query = String(new URLSearchParams(body));
        if (query.length > MAX_QUERY) throw new Problem('request.body_too_large');
        const path = callback.replace(':connectorId', encodeURIComponent(params.connectorId ?? ''));
        return reply
          .header('cache-control', 'no-store')
          .redirect(`${tenant.endpoint}${path}${query === '' ? '' : `?${query}`}`, 303);
      });
    }
  });
}
