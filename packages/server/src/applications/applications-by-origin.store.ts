import type { OidcClientMetadata } from '@freehold/contract';
import { type Queryable, statement } from '../database/database.ts';

const find = statement<{ name: string; oidc_client_metadata: OidcClientMetadata }>(
  'applications.find-by-origin',
  `SELECT a.name, a.oidc_client_metadata FROM applications a
   WHERE a.tenant_id = $1 AND EXISTS (
     SELECT 1 FROM jsonb_array_elements_text(
       coalesce(a.oidc_client_metadata -> 'redirectUris', '[]') ||
       coalesce(a.oidc_client_metadata -> 'postLogoutRedirectUris', '[]')) AS uri,
       unnest($2::text[]) AS origin
     WHERE left(lower(uri), length(origin)) = origin AND substr(uri, length(origin) + 1, 1) IN ('', '/', ':', '?'))
   ORDER BY a.is_third_party, a.created_at, a.id LIMIT 50`,
);

/**
 * Applications with a redirect or post-logout URI that begins as one of these origins is written, the tenant's own first.
 * A beginning is not yet an origin: whoever asks parses the addresses.
 */
export const findApplicationsByOrigin = (db: Queryable, tenantId: string, origins: readonly string[]) =>
  db.rows(find, [tenantId, origins]);
