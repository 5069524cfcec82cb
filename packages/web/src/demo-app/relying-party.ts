import { createRelyingParty } from '../relying-party/relying-party.ts';
import { boot } from '../ui/boot.ts';

/** The demonstration as the provider knows it. */
export const relyingParty = createRelyingParty({
  endpoint: boot.endpoint,
  clientId: 'demo-app',
  redirectUri: `${boot.endpoint}/demo-app`,
  scope: 'openid offline_access profile email phone custom_data address identities',
  insecure: new URL(boot.endpoint).hostname === 'localhost' || boot.development,
});
