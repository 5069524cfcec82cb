import type { applicationRoutes } from '@freehold/contract';
import { isUniqueViolation } from '../database/database.ts';
import { type Envelope, newSecret } from '../lib/index.ts';
import { type Operation, Problem } from '../operation/index.ts';
import { SECRET_LENGTH, sealApplicationSecret } from './application-secret.ts';
import { insertSecret } from './application-secrets.store.ts';
import { lockApplication } from './applications.store.ts';
import { keepsSecrets } from './check-application.ts';

/** Gives an application another secret, so that an old one can be replaced without a gap. */
export const createApplicationSecret =
  ({ envelope }: { readonly envelope: Envelope }): Operation<typeof applicationRoutes.createApplicationSecret> =>
  async ({ tenant, now, transaction }, { params: { id }, body }) => {
    const { name, expiresAt = null } = body;
    const secret = newSecret(SECRET_LENGTH);
    await transaction(async ({ tx, emit }) => {
      const app = await lockApplication(tx, tenant.id, id);
      if (!app) throw new Problem('entity.not_exists_with_id');
      // A secret in a browser or on a phone is none, and the provider would not ask for it.
      if (!keepsSecrets(app.type)) throw new Problem('request.feature_not_supported', { data: { type: app.type } });
      const value = sealApplicationSecret(envelope, { tenantId: tenant.id, applicationId: id, name }, secret);
      const expires_at = expiresAt === null ? null : new Date(expiresAt);
      await insertSecret(tx, tenant.id, id, { name, value, created_at: now, expires_at }).catch(rethrowNameProblem);
      await emit({ type: 'application-changed', data: { applicationId: id, change: 'create-secret' } });
    });
    return { tenantId: tenant.id, applicationId: id, name, value: secret, createdAt: now.getTime(), expiresAt };
  };

function rethrowNameProblem(error: unknown): never {
  throw isUniqueViolation(error) ? new Problem('application.secret_name_exists') : error;
}
