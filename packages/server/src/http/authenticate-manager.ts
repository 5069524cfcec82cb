import { type ManagementContext, Problem, type Tenant } from '../operation/index.ts';
import { managementApiIndicator } from '../resources/index.ts';
import type { AccessTokenPayload } from '../tenants/index.ts';

type Actor = ManagementContext['actor'];
type Holder = Pick<Actor, 'kind' | 'id'> & { readonly grantId: string | null };

/** What judging a caller of the Management API needs. */
export interface ManagerNeeds {
  /** Judges the JWT itself. @throws Problem 401 */
  readonly verify: (tenant: Tenant, token: string, audience: string) => Promise<AccessTokenPayload>;
  /** Whether the caller still holds what the token says: it may have lost its role, or be gone. */
  readonly holdsManagementScope: (tenantId: string, holder: Holder) => Promise<boolean>;
}

/**
 * Judges a JWT for the Management API: the tenant's own, for its management resource, with the scope `all`, of somebody
 * who holds it at this moment. The token alone would open everything for up to an hour after an operator has deleted the
 * application that leaked it, or after an administrator has lost the role or signed out.
 * @throws Problem 401 for a token that is not good, 403 for one without the scope
 */
export const authenticateManager =
  ({ verify, holdsManagementScope }: ManagerNeeds) =>
  async (tenant: Tenant, token: string): Promise<Actor> => {
    const {
      sub,
      client_id: clientId,
      grant_id: grantId = null,
      scope,
    } = await verify(tenant, token, managementApiIndicator(tenant.id));
    if (!scope?.split(' ').includes('all')) throw new Problem('auth.forbidden');
    const actor: Actor = { kind: sub === clientId ? 'application' : 'user', id: sub, clientId };
    if (!(await holdsManagementScope(tenant.id, { kind: actor.kind, id: sub, grantId })))
      throw new Problem('auth.unauthorized');
    return actor;
  };
