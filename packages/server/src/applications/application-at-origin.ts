import { domainToUnicode } from 'node:url';
import type { Queryable } from '../database/database.ts';
import { findApplicationsByOrigin } from './applications-by-origin.store.ts';

/**
 * The application of the tenant that has a redirect or post-logout URI of this origin, as a URL parser writes it; the
 * tenant's own before a third party's. The built-in ones have no row and are none of them.
 */
export async function applicationAtOrigin(
  db: Queryable,
  tenantId: string,
  origin: string,
): Promise<{ readonly name: string } | undefined> {
  const { protocol, hostname, host } = new URL(origin);
  // Administrators write names of other scripts as people read them.
  const readable = `${protocol}//${host.replace(hostname, domainToUnicode(hostname))}`;
  const candidates = await findApplicationsByOrigin(db, tenantId, [...new Set([origin, readable])]);
  return candidates.find(({ oidc_client_metadata: { redirectUris, postLogoutRedirectUris } }) =>
    [...redirectUris, ...postLogoutRedirectUris].some(uri => URL.canParse(uri) && new URL(uri).origin === origin),
  );
}
