import type { IncomingHttpHeaders } from 'node:http';
import type { Tenant } from '../operation/index.ts';

/**
 * Whether a page of another origin has sent the request. Routes that go by a cookie are for our own pages alone:
 * `SameSite=Lax` keeps the cookie from other sites, but not from the neighbours below one domain (another tenant's
 * host, another application's), whose form could allow an application in the name of the person who is signing in.
 *
 * Browsers say it in `Sec-Fetch-Site`, older ones in `Origin`. Programs send neither, and have no cookie to lend.
 */
export function isFromElsewhere(headers: IncomingHttpHeaders, { endpoint }: Pick<Tenant, 'endpoint'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && headers.origin !== new URL(endpoint).origin;
}
