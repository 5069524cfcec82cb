import { expect, test } from 'vitest';
import { accountFields, accountScopes } from './fields.ts';

// Rows store scopes and readable fields as bits, whose places are the places in these lists. A place
// that moves would open what an administrator has closed.
test('scopes and fields keep their places', () => {
  expect(accountScopes.slice(0, 13)).toEqual([
    ...['openid', 'offline_access', 'profile', 'email', 'phone', 'address', 'custom_data', 'identities', 'roles'],
    ...['urn:logto:scope:organizations', 'urn:logto:scope:organization_roles'],
    ...['urn:logto:scope:sessions', 'urn:logto:scope:trusted_devices'],
  ]);
  expect(accountFields.slice(0, 13)).toEqual([
    ...['name', 'avatar', 'profile', 'email', 'phone', 'password', 'username', 'social', 'customData'],
    ...['mfa', 'passkey', 'session', 'trustedDevice'],
  ]);
});
