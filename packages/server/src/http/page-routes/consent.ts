import type { PageConsent } from '@freehold/contract';
import type { Tenant } from '../../operation/index.ts';
import type { Interaction } from '../../sign-in/index.ts';
import { findUser } from '../../users/index.ts';
import type { PageNeeds } from './needs.ts';

/** What the application asks for and as whom. */
export async function consentOf(
  { database, interactions }: Pick<PageNeeds, 'database' | 'interactions'>,
  tenant: Tenant,
  interaction: Interaction,
): Promise<PageConsent> {
  const { accountId } = interaction;
  const [user, { userScopes, resourceScopes }] = await Promise.all([
    accountId === undefined ? undefined : findUser(database, tenant.id, accountId),
    interactions.describeConsent(interaction),
  ]);
  const identifier = user?.username ?? user?.primary_email ?? user?.primary_phone;
  const apis = [...new Set(resourceScopes.map(({ resource }) => resource))];
  return {
    userScopes,
    resources: apis.map(name => ({
      name,
      scopes: resourceScopes
        .filter(scope => scope.resource === name)
        .map(scope => ({ name: scope.name, ...(scope.description && { description: scope.description }) })),
    })),
    account: { ...(user?.name && { name: user.name }), ...(identifier && { identifier }) },
  };
}
