/** The vendor's typed client of the Management API, and which operations it has seen succeed. */
import assert from 'node:assert/strict';
import { createManagementApi } from '@logto/api/management';
import { endpoint, management, managementApi } from '../lib/environment.mjs';

export const { apiClient, clientCredentials } = createManagementApi('default', {
  baseUrl: endpoint,
  apiIndicator: managementApi,
  clientId: management.id,
  clientSecret: management.secret,
});

/** The operations that have succeeded. */
export const succeeded = new Set();
apiClient.use({
  onResponse({ request, response, schemaPath }) {
    if (response.ok) succeeded.add(`${request.method} ${schemaPath}`);
  },
});

/** The body of an answer of exactly this status. */
export async function expect(status, request) {
  const { data, error, response } = await request;
  assert.equal(response.status, status, JSON.stringify(error ?? data));
  return data;
}

/** The problem of a refused request. */
export async function refused(status, code, request) {
  const { data, error, response } = await request;
  assert.equal(response.status, status, JSON.stringify(error ?? data));
  assert.equal(error.code, code);
  assert.equal(typeof error.message, 'string');
  return error;
}

export const createUser = (members = {}) => expect(200, apiClient.POST('/api/users', { body: members }));
export const user = userId => ({ params: { path: { userId } } });
export const byId = id => ({ params: { path: { id } } });
