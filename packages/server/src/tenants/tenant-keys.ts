import type { JWK } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Queryable } from '../database/database.ts';
import type { Clock, Envelope } from '../lib/index.ts';
import { findTenantSecret } from './keys.store.ts';
import { loadSigningKeys, type SigningKey } from './signing-keys.ts';
import type { KnownTenant } from './tenant-directory.ts';

/** Name of the secret that signs cookies. */
export const COOKIE_KEY = 'cookie-key';

/** What the ciphertext of a tenant's secret is bound to. */
export const tenantSecretAad = (tenantId: string, name: string) => ['tenant_secrets', tenantId, name] as const;

/** The keys of one tenant, decrypted; a new object whenever one of them changes. */
export interface TenantKeys {
  /** The key that signs now. */
  readonly active: SigningKey;
  /** All keys that are published, the active one first. */
  readonly signing: readonly SigningKey[];
  /** The public halves, as the key set is published. */
  readonly publicJwks: readonly JWK[];
  readonly cookieKey: string;
}

/** Loads and remembers tenants' keys. */
export type LoadTenantKeys = (tenant: KnownTenant) => Promise<TenantKeys>;

const PRIVATE_MEMBERS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi']);
const publicHalf = (jwk: JWK): JWK =>
  Object.fromEntries(Object.entries(jwk).filter(([name]) => !PRIVATE_MEMBERS.has(name)));

/**
 * Makes the function that loads a tenant's keys. They are remembered until the tenant's version moves,
 * or until the time has come at which one of them begins to sign or expires.
 */
export function createKeyLoader(needs: {
  readonly database: Queryable;
  readonly envelope: Envelope;
  readonly clock: Clock;
}): LoadTenantKeys {
  const remembered = new LRUCache<string, { keys: TenantKeys; version: number; until: number }>({ max: 1000 });
  return async ({ id, version }) => {
    const now = needs.clock();
    const known = remembered.get(id);
    if (known && known.version === version && now.getTime() < known.until) return known.keys;
    const keys = await load(needs.database, needs.envelope, id, now);
    remembered.set(id, { keys, version, until: nextChange(keys.signing, now) });
    return keys;
  };
}

async function load(database: Queryable, envelope: Envelope, tenantId: string, now: Date): Promise<TenantKeys> {
  const signing = await loadSigningKeys(database, envelope, tenantId, now);
  const cookieKey = await findTenantSecret(database, tenantId, COOKIE_KEY);
  if (cookieKey === undefined) throw new Error('a tenant has no cookie key');
  return {
    active: signing[0],
    signing,
    publicJwks: signing.map(key => publicHalf(key.privateJwk)),
    cookieKey: envelope.openText(cookieKey, [...tenantSecretAad(tenantId, COOKIE_KEY)]),
  };
}

function nextChange(keys: readonly SigningKey[], now: Date): number {
  const instants = keys.flatMap(({ activatesAt, expiresAt }) => [activatesAt, expiresAt]);
  return Math.min(...instants.filter(instant => instant !== null && instant > now).map(Number));
}
