import { createRelyingParty } from '../relying-party/relying-party.ts';
import { boot } from '../ui/boot.ts';

/** The account pages as the provider knows them. */
export const relyingParty = createRelyingParty({
  endpoint: boot.endpoint,
  clientId: 'account-center',
  redirectUri: `${boot.endpoint}/account`,
  scope: 'openid offline_access profile email phone address custom_data identities urn:logto:scope:sessions',
  insecure: new URL(boot.endpoint).hostname === 'localhost' || boot.development,
});
