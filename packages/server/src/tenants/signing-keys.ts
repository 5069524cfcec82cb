import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { Database, Queryable, Transaction } from '../database/database.ts';
import type { Envelope } from '../lib/index.ts';
import {
  deleteExpiredSigningKeys,
  insertSigningKey,
  listSigningKeys,
  retireSigningKeys,
  type SigningKeyRow,
} from './keys.store.ts';
import { changeTenant, findTenantRow, type SigningAlgorithm } from './tenants.store.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Clients keep a key set for minutes to an hour: a new key is published that long before it signs. */
const PUBLISHED_BEFORE_MS = 60 * MINUTE;
/** An old key stays published until what it signed has expired; no token is meant to live longer. */
const KEPT_AFTER_MS = 30 * DAY;

/** A signing key, decrypted. */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: SigningAlgorithm;
  readonly privateJwk: JWK;
  readonly activatesAt: Date;
  readonly expiresAt: Date | null;
}

const aadOf = (tenantId: string, kid: string) => ['signing_keys', tenantId, kid] as const;

/** Makes a key pair; its `kid` is the thumbprint of the public key (RFC 7638). */
export async function generateSigningKey(algorithm: SigningAlgorithm): Promise<{ kid: string; privateJwk: JWK }> {
  const generate = promisify(generateKeyPair);
  const { privateKey } =
    algorithm === 'ES256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateJwk: { ...jwk, kid, alg: algorithm, use: 'sig' } };
}

/** A key pair as it is stored. */
export const sealSigningKey = (
  envelope: Envelope,
  tenantId: string,
  { kid, privateJwk }: { readonly kid: string; readonly privateJwk: JWK },
): string => envelope.seal(JSON.stringify(privateJwk), [...aadOf(tenantId, kid)]);

/** All keys that are published now, the one that signs first. @throws Error when none signs */
export async function loadSigningKeys(
  db: Queryable,
  envelope: Envelope,
  tenantId: string,
  now: Date,
): Promise<readonly [SigningKey, ...SigningKey[]]> {
  const rows = await listSigningKeys(db, tenantId, now);
  const active = rows.find(row => row.activates_at <= now);
  if (!active) throw new Error('a tenant has no signing key');
  const open = (row: SigningKeyRow): SigningKey => ({
    kid: row.kid,
    algorithm: row.algorithm,
    privateJwk: JSON.parse(envelope.openText(row.private_key, [...aadOf(tenantId, row.kid)])),
    activatesAt: row.activates_at,
    expiresAt: row.expires_at,
  });
  return [open(active), ...rows.filter(row => row !== active).map(open)];
}

/** How to rotate. */
export interface KeyRotation {
  /** Changes the algorithm too. */
  readonly algorithm?: SigningAlgorithm | undefined;
  /** The old key has leaked: it is withdrawn at once, and with it every token that it signed. */
  readonly immediately?: boolean | undefined;
}

/**
 * Gives the tenant a new signing key. It is published at once and signs an hour later; the old keys
 * stay published until the tokens that they signed have expired.
 *
 * @returns the new key's `kid` and from when on it signs, or undefined when there is no such tenant
 */
export async function rotateSigningKeys(
  { database, envelope, now }: { readonly database: Database; readonly envelope: Envelope; readonly now: Date },
  tenantId: string,
  { algorithm, immediately = false }: KeyRotation = {},
): Promise<{ readonly kid: string; readonly activatesAt: Date } | undefined> {
  const tenant = await findTenantRow(database, tenantId);
  if (!tenant) return undefined;
  const chosen = algorithm ?? tenant.signing_algorithm;
  const key = await generateSigningKey(chosen);
  const activatesAt = immediately ? now : new Date(now.getTime() + PUBLISHED_BEFORE_MS);
  await database.transaction(async tx => {
    await changeTenant(tx, tenantId, chosen);
    await retireSigningKeys(tx, tenantId, immediately ? now : new Date(activatesAt.getTime() + KEPT_AFTER_MS));
    await deleteExpiredSigningKeys(tx, tenantId, now);
    await storeSigningKey(tx, envelope, tenantId, { ...key, algorithm: chosen, now, activatesAt });
  });
  return { kid: key.kid, activatesAt };
}

/** Stores a key pair, encrypted. */
export const storeSigningKey = (
  tx: Transaction,
  envelope: Envelope,
  tenantId: string,
  key: { kid: string; privateJwk: JWK; algorithm: SigningAlgorithm; now: Date; activatesAt: Date },
): Promise<number> =>
  insertSigningKey(tx, tenantId, {
    kid: key.kid,
    algorithm: key.algorithm,
    private_key: sealSigningKey(envelope, tenantId, key),
    created_at: key.now,
    activates_at: key.activatesAt,
  });
