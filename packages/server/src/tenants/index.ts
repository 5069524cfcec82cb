/**
 * Tenants: who they are, where they are reached, and the keys that they sign with.
 *
 * Owns `tenants`, `signing_keys` and `tenant_secrets`. A request's tenant is found by its host; every URL
 * that leaves the house comes from the tenant's endpoint, never from the request. Signing keys are stored
 * encrypted, bound to tenant and key, and rotate with an overlap. What processes remember of a tenant is
 * judged by its version, so a change made by one process reaches the others within seconds.
 *
 * It issues no token (`oidc/`), and gives a new tenant no settings or API resources: who creates one hands
 * in what furnishes it.
 */
export { createTenant, type NewTenant } from './create-tenant.ts';
export { DEFAULT_TENANT, hostOf, isTenantId, normalizeHost, type TenantPlaces } from './endpoints.ts';
export { type KeyRotation, rotateSigningKeys, type SigningKey } from './signing-keys.ts';
export { createTenantDirectory, type KnownTenant, type TenantDirectory } from './tenant-directory.ts';
export { createKeyLoader, type LoadTenantKeys, type TenantKeys } from './tenant-keys.ts';
export { tenantNameOf } from './tenant-name.ts';
export { changeTenant, findTenantRow, type SigningAlgorithm, signingAlgorithms } from './tenants.store.ts';
export { type AccessTokenPayload, createAccessTokenVerifier } from './verify-access-token.ts';
