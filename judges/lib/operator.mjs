/** What the operator of the server prepares through the Management API, with plain requests: nobody is judged here. */
import { randomBytes } from 'node:crypto';
import { endpoint, management, managementApi } from './environment.mjs';

let token;

async function fetchToken() {
  const response = await fetch(`${endpoint}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${management.id}:${management.secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: managementApi, scope: 'all' }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`no management token: ${response.status} ${JSON.stringify(answer)}`);
  return answer.access_token;
}

/** Calls the Management API; returns the body of a successful answer and fails on any other. */
export async function operate(method, path, body) {
  token ??= fetchToken();
  const response = await fetch(endpoint + path, {
    method,
    headers: {
      authorization: `Bearer ${await token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Text that no other run has used, fit for a username. */
export const unique = prefix => `${prefix}_${randomBytes(6).toString('hex')}`;

/** Creates somebody who can sign in. */
export async function createPerson(members = {}) {
  const person = { username: unique('judge'), password: `${randomBytes(9).toString('base64url')}-Qx7` };
  const { id } = await operate('POST', '/api/users', { ...person, ...members });
  return { id, ...person };
}

/**
 * Creates an application; `secret` is undefined for one that cannot keep a secret.
 * @param {'SPA' | 'Native' | 'Traditional' | 'MachineToMachine'} type
 */
export async function createApplication(type, { redirectUris = [], postLogoutRedirectUris = [], ...rest } = {}) {
  const { id } = await operate('POST', '/api/applications', {
    name: `Judged ${type}`,
    type,
    oidcClientMetadata: { redirectUris, postLogoutRedirectUris },
    ...rest,
  });
  const secrets = await operate('GET', `/api/applications/${id}/secrets`);
  return { id, secret: secrets[0]?.value };
}

/** Creates an API resource whose scopes the person gets by a role. */
export async function createApi({ scopes, users = [] }) {
  const indicator = `https://${unique('api').replace('_', '-')}.example/v1`;
  const resource = await operate('POST', '/api/resources', { name: 'Judged API', indicator });
  const scopeIds = [];
  for (const name of scopes) {
    scopeIds.push((await operate('POST', `/api/resources/${resource.id}/scopes`, { name, description: name })).id);
  }
  const role = await operate('POST', '/api/roles', { name: unique('role'), description: 'Judged', scopeIds });
  for (const user of users) await operate('POST', `/api/users/${user.id}/roles`, { roleIds: [role.id] });
  return { indicator, resource, role };
}

/** Opens the Account API with every field that people can edit. */
export const openAccountApi = () =>
  operate('PATCH', '/api/account-center', {
    enabled: true,
    fields: Object.fromEntries(
      ['name', 'avatar', 'profile', 'username', 'email', 'phone', 'password', 'social', 'customData'].map(field => [
        field,
        'Edit',
      ]),
    ),
  });
