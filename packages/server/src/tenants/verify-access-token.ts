import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../lib/index.ts';
import { Problem, type Tenant } from '../operation/index.ts';
import type { TenantDirectory } from './tenant-directory.ts';
import type { LoadTenantKeys, TenantKeys } from './tenant-keys.ts';
import { signingAlgorithms } from './tenants.store.ts';

/** What a good access token says. */
export interface AccessTokenPayload extends JWTPayload {
  readonly sub: string;
  readonly client_id: string;
  /** What the token hangs on; the console's alone say it. */
  readonly grant_id?: string;
  /** Names of scopes, separated by spaces; absent when none was given. */
  readonly scope?: string;
}

/**
 * Makes the judge of JWT access tokens (RFC 9068): signed by the tenant's own key, of its issuer, for
 * `audience`, not expired.
 */
export function createAccessTokenVerifier(needs: {
  readonly tenants: TenantDirectory;
  readonly keys: LoadTenantKeys;
  readonly clock: Clock;
}): (tenant: Tenant, token: string, audience: string) => Promise<AccessTokenPayload> {
  const { tenants, keys, clock } = needs;
  const keySets = new WeakMap<TenantKeys, ReturnType<typeof createLocalJWKSet>>();

  const keySetOf = (tenantKeys: TenantKeys) => {
    const keySet = keySets.get(tenantKeys) ?? createLocalJWKSet({ keys: [...tenantKeys.publicJwks] });
    keySets.set(tenantKeys, keySet);
    return keySet;
  };

  return async (tenant, token, audience) => {
    const keySet = keySetOf(await keys(await tenants.find(tenant.id)));
    const payload = await verify(token, keySet, { issuer: tenant.issuer, audience, now: clock() });
    if (typeof payload.sub !== 'string' || payload.sub === '') throw new Problem('auth.jwt_sub_missing');
    if (typeof payload['client_id'] !== 'string') throw new Problem('auth.unauthorized');
    return payload as AccessTokenPayload;
  };
}

/** @throws Problem `auth.unauthorized` (401), whatever is wrong with the token */
async function verify(
  token: string,
  keySet: ReturnType<typeof createLocalJWKSet>,
  expected: { issuer: string; audience: string; now: Date },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keySet, {
      issuer: expected.issuer,
      audience: expected.audience,
      // An ID token is signed by the same key: without this it would pass as an access token (RFC 9068, section 4).
      typ: 'at+jwt',
      algorithms: [...signingAlgorithms],
      requiredClaims: ['exp', 'iat'],
      currentDate: expected.now,
    });
    return payload;
  } catch (cause) {
    const code = cause instanceof errors.JOSEError ? cause.code : undefined;
    throw new Problem('auth.unauthorized', { cause, ...(code === undefined ? {} : { data: { code } }) });
  }
}
