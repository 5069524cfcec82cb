import type { Database, Transaction } from '../database/database.ts';
import { type Envelope, newSecret } from '../lib/index.ts';
import { hostOf, isTenantId, normalizeEndpoint } from './endpoints.ts';
import { insertTenantSecret } from './keys.store.ts';
import { generateSigningKey, storeSigningKey } from './signing-keys.ts';
import { COOKIE_KEY, tenantSecretAad } from './tenant-keys.ts';
import { insertTenant, type SigningAlgorithm } from './tenants.store.ts';

/** A tenant to be. */
export interface NewTenant {
  /** A DNS label: 1 to 63 lowercase alphanumerics and hyphens. */
  readonly id: string;
  /** Its own public base URL; without one it is a label below `TENANT_DOMAIN`. */
  readonly endpoint?: string | undefined;
  readonly signingAlgorithm?: SigningAlgorithm | undefined;
}

/**
 * Makes a tenant with its signing key and cookie key. `furnish` runs in the same transaction, for what
 * other folders give a new tenant (settings, API resources).
 *
 * @returns false when there is one of this id already; `furnish` has then not run. So of several
 * processes that start on an empty database exactly one furnishes.
 * @throws TypeError for an id or endpoint that cannot be one
 * @throws DatabaseError `23505` (`tenants_host_key`) when another tenant has the endpoint's host
 */
export async function createTenant(
  { database, envelope, now }: { readonly database: Database; readonly envelope: Envelope; readonly now: Date },
  { id, endpoint: text, signingAlgorithm: algorithm = 'ES256' }: NewTenant,
  furnish: (tx: Transaction) => Promise<void> = async () => {},
): Promise<boolean> {
  if (!isTenantId(id)) throw new TypeError('a tenant id has 1 to 63 lowercase letters, digits and hyphens');
  const endpoint = text === undefined ? null : normalizeEndpoint(text);
  const host = endpoint === null ? null : (hostOf(endpoint) ?? null);
  // Before the transaction: an RSA key takes long to find.
  const key = await generateSigningKey(algorithm);
  return database.transaction(async tx => {
    if ((await insertTenant(tx, id, { endpoint, host, algorithm, now })) === 0) return false;
    await storeSigningKey(tx, envelope, id, { ...key, algorithm, now, activatesAt: now });
    await insertTenantSecret(
      tx,
      id,
      COOKIE_KEY,
      envelope.seal(newSecret(43), [...tenantSecretAad(id, COOKIE_KEY)]),
      now,
    );
    await furnish(tx);
    return true;
  });
}
