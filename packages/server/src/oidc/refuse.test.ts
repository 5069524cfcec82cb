/** Requests below `/oidc` that reach no engine. */
import { expect, test } from 'vitest';
import { DatabaseUnavailable } from '../database/index.ts';
import { Problem } from '../operation/index.ts';
import { createTestSite } from '../testing/create-test-site.ts';

const paths = ['/oidc/token', '/oidc/me', '/oidc/jwks', '/oidc/.well-known/openid-configuration'];

test.each([
  [
    'the database is away',
    new DatabaseUnavailable('connect ECONNREFUSED 10.0.0.1'),
    503,
    'temporarily_unavailable',
    'oidc.temporarily_unavailable',
  ],
  ['nobody has the host', new Problem('tenant.not_found'), 404, 'invalid_request', 'tenant.not_found'],
  ['something unforeseen happens', new Error('column "secret"'), 500, 'server_error', 'oidc.server_error'],
])('where %s, clients are told what to do', async (_, error, status, name, code) => {
  const site = await createTestSite({ findTenant: () => Promise.reject(error) });
  try {
    for (const path of paths) {
      const answer = await site.browser().get(path);
      expect(answer).toMatchObject({ status, body: { error: name, code } });
      expect(answer.body.message).toBe(answer.body.error_description);
      expect(answer.headers.get('retry-after')).toBe(status === 503 ? '1' : null);
      const requestId = answer.headers.get('logto-core-request-id');
      expect(requestId).toMatch(/^\w{16}$/);
      expect(JSON.stringify(answer.body)).not.toMatch(/10\.0\.0\.1|secret/);
      expect(site.logged).toContainEqual(expect.objectContaining({ requestId, status }));
    }
  } finally {
    await site.close();
  }
});
