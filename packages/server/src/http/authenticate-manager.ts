import { type ManagementContext, Problem, type Tenant } from '../operation/index.ts';
import { managementApiIndicator } from '../resources/index.ts';
import type { AccessTokenPayload } from '../tenants/index.ts';

/**
 * Judges a JWT for the Management API: the tenant's own, for its management resource, with the scope `all`.
 * @throws Problem 401 for a token that is not good, 403 for one without the scope
 */
export const authenticateManager =
  (verify: (tenant: Tenant, token: string, audience: string) => Promise<AccessTokenPayload>) =>
  async (tenant: Tenant, token: string): Promise<ManagementContext['actor']> => {
    const { sub, client_id: clientId, scope } = await verify(tenant, token, managementApiIndicator(tenant.id));
    if (!scope?.split(' ').includes('all')) throw new Problem('auth.forbidden');
    return { kind: sub === clientId ? 'application' : 'user', id: sub, clientId };
  };
