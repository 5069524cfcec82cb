import { createRelyingParty } from '../relying-party/relying-party.ts';
import { boot } from '../ui/boot.ts';

/** The console as the provider knows it. What an administrator may do with the Management API, their roles decide. */
export const relyingParty = createRelyingParty({
  endpoint: boot.endpoint,
  clientId: 'console',
  redirectUri: `${boot.endpoint}/console`,
  scope: 'openid offline_access profile email phone identities all',
  ...(boot.managementApi !== undefined && { resource: boot.managementApi }),
  insecure: new URL(boot.endpoint).hostname === 'localhost' || boot.development,
});
