import type { applicationRoutes } from '@freehold/contract';
import { type Envelope, newRecordId, newSecret } from '../lib/index.ts';
import type { Operation } from '../operation/index.ts';
import { DEFAULT_SECRET, SECRET_LENGTH, sealApplicationSecret } from './application-secret.ts';
import { insertSecret } from './application-secrets.store.ts';
import { applicationView } from './application-view.ts';
import { type ApplicationRow, insertApplication } from './applications.store.ts';
import { checkApplication, keepsSecrets } from './check-application.ts';

/** Creates an application, with a first secret where it can keep one. */
export const createApplication =
  ({ envelope }: { readonly envelope: Envelope }): Operation<typeof applicationRoutes.createApplication> =>
  async ({ tenant, now, transaction }, { body }) => {
    const row: ApplicationRow = {
      id: newRecordId(),
      name: body.name,
      description: body.description ?? null,
      type: body.type,
      oidc_client_metadata: {
        ...body.oidcClientMetadata,
        redirectUris: body.oidcClientMetadata?.redirectUris ?? [],
        postLogoutRedirectUris: body.oidcClientMetadata?.postLogoutRedirectUris ?? [],
      },
      custom_client_metadata: body.customClientMetadata ?? {},
      custom_data: body.customData ?? {},
      is_third_party: body.isThirdParty ?? false,
      created_at: now,
    };
    checkApplication(row);
    await transaction(async ({ tx, emit }) => {
      await insertApplication(tx, tenant.id, row);
      if (keepsSecrets(row.type)) {
        const name = DEFAULT_SECRET;
        const belongsTo = { tenantId: tenant.id, applicationId: row.id, name };
        const value = sealApplicationSecret(envelope, belongsTo, newSecret(SECRET_LENGTH));
        await insertSecret(tx, tenant.id, row.id, { name, value, created_at: now, expires_at: null });
      }
      await emit({ type: 'application-changed', data: { applicationId: row.id, change: 'create' } });
    });
    return applicationView(tenant.id, row);
  };
