import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type Tenant } from '../../operation/index.ts';
import { loadSignInExperience } from '../../sign-in-experience/index.ts';
import { customCss } from './dress.ts';
import type { PageNeeds } from './needs.ts';
import { versionOf } from './style-version.ts';
import { themeCss } from './theme-css.ts';

/**
 * Mounts the style sheets of a tenant: `/theme.css` and `/theme-dark.css` from its colours, `/custom-css/<entry>.css` as an
 * administrator wrote it. Files of our own origin, so that the policy of the pages allows no style that stands in them, nor
 * anything that such a sheet would load from elsewhere.
 */
export function mountTenantStyles(server: FastifyInstance, needs: PageNeeds): void {
  const style = (path: string, read: (tenant: Tenant, request: FastifyRequest) => Promise<string | undefined>) =>
    server.get(path, { config: { operationId: `style ${path}` } }, async (request, reply) => {
      const css = await read(await needs.findTenant(request.host), request);
      if (css === undefined) throw new Problem('request.not_found');
      return send(request, reply, css);
    });

  const theme = async ({ id }: Tenant) => themeCss((await loadSignInExperience(needs.database, id)).color);
  style('/theme.css', async tenant => (await theme(tenant))?.both);
  style('/theme-dark.css', async tenant => (await theme(tenant))?.dark);
  style('/custom-css/:name', async (tenant, request) => {
    const { name } = request.params as { name: string };
    if (!name.endsWith('.css')) return undefined;
    const experience = await loadSignInExperience(needs.database, tenant.id);
    return customCss(needs.database, tenant, name.slice(0, -'.css'.length), experience);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, css: string): FastifyReply {
  const version = versionOf(css);
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('v');
  const etag = `"${version}"`;
  reply.headers({
    'content-type': 'text/css; charset=utf-8',
    etag,
    // Under a name that is not its own it may be another tomorrow.
    'cache-control': asked === version ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // Opened by itself it is text, and loads nothing either.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox",
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.send(css);
}
