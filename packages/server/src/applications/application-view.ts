import type { Application } from '@freehold/contract';
import type { ApplicationRow } from './applications.store.ts';

/** An application as the API shows it. Its secrets are read apart. */
export const applicationView = (tenantId: string, row: ApplicationRow): Application => ({
  tenantId,
  id: row.id,
  name: row.name,
  description: row.description,
  type: row.type,
  oidcClientMetadata: row.oidc_client_metadata,
  customClientMetadata: row.custom_client_metadata,
  protectedAppMetadata: null,
  customData: row.custom_data as Application['customData'],
  isThirdParty: row.is_third_party,
  appLevelAccessControlEnabled: false,
  createdAt: row.created_at.getTime(),
});
