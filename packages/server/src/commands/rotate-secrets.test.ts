import { describe, expect, test } from 'vitest';
import { openSender } from '../connectors/index.ts';
import { openPglite } from '../database/pglite.ts';
import { findUserKey } from '../events/index.ts';
import { createEnvelope, createKeyRing, type Envelope } from '../lib/index.ts';
import { findFreshTokens, saveTokens } from '../provider-tokens/index.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { createMockConnector } from '../testing/social-world.ts';
import { testTemplate } from '../testing/test-database.ts';
import { rewrapAll } from './rotate-secrets.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');

describe('rotate the secrets', () => {
  test('re-encrypts with the first key what an older one encrypts; afterwards the older is not needed', async () => {
    // A database of its own: the shared one holds secrets under keys of other tests.
    const database = await openPglite({ template: await testTemplate() });
    const app = await createTestApp({ database });
    const user = await app.createUser();
    const old = createEnvelope(createKeyRing(key(7)));
    const both = createEnvelope(createKeyRing(`${key(9)},${key(7)}`));
    const fresh = createEnvelope(createKeyRing(key(9)));
    const owner = { tenantId: app.tenant.id, userId: user.id, target: 'mock-social' };
    const connectorId = await createMockConnector(app, { enableTokenStorage: true });
    await app.management('PUT', `/api/users/${user.id}/identities/mock-social`, { userId: 'ada' });
    await database.transaction(tx =>
      saveTokens(tx, owner, { connectorId, tokens: { accessToken: 'theirs' }, envelope: old }, app.clock()),
    );
    const tokensUnder = (envelope: Envelope) =>
      findFreshTokens(
        { database, envelope, now: app.clock(), renew: () => Promise.reject(new Error('not asked')) },
        owner,
      );
    const config = { endpoint: 'https://gateway.example.com', authorization: 'Bearer key-of-the-gateway' };
    const connector = await app.management('POST', '/api/connectors', { connectorId: 'http-sms', config });
    expect(connector.status).toBe(200);
    const outbound = { fetch, close: async () => {} };
    const configUnder = async (envelope: Envelope) =>
      (await openSender({ database, envelope, outbound: { ...outbound }, development: false }, app.tenant.id, 'Sms'))
        ?.config;
    const before = await findUserKey(app.database, old, app.tenant.id, user.id);
    expect(await rewrapAll(app.database, both)).toBeGreaterThan(0);
    expect(await rewrapAll(app.database, both)).toBe(0);
    expect(await findUserKey(app.database, fresh, app.tenant.id, user.id)).toEqual(before);
    await expect(findUserKey(app.database, old, app.tenant.id, user.id)).rejects.toThrow();
    expect(await configUnder(fresh)).toEqual(config);
    expect(await tokensUnder(fresh)).toEqual({ accessToken: 'theirs' });
    await expect(tokensUnder(old)).rejects.toThrow();
    await expect(configUnder(old)).rejects.toThrow();
    await database.close();
  });
});
