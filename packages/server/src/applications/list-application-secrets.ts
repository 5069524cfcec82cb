import type { applicationRoutes } from '@freehold/contract';
import type { Envelope } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { applicationSecretAad } from './application-secret.ts';
import { listSecrets } from './application-secrets.store.ts';
import { findApplication } from './applications.store.ts';

/** Reads the secrets of an application in the clear, oldest first. */
export const listApplicationSecrets =
  ({ envelope }: { readonly envelope: Envelope }): Operation<typeof applicationRoutes.listApplicationSecrets> =>
  async ({ database, tenant }, { params: { id } }) => {
    if (!(await findApplication(database, tenant.id, id))) throw new Problem('entity.not_exists_with_id');
    const rows = await listSecrets(database, tenant.id, id);
    return rows.map(row => ({
      tenantId: tenant.id,
      applicationId: id,
      name: row.name,
      value: envelope.openText(row.value, [...applicationSecretAad(tenant.id, id, row.name)]),
      createdAt: row.created_at.getTime(),
      expiresAt: row.expires_at?.getTime() ?? null,
    }));
  };
