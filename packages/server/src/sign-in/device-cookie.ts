import { createHash } from 'node:crypto';
import { equalsInConstantTime, type KeyRing, keyedHash, keyedHashBy, newSecret } from '../lib/index.ts';
import type { Tenant } from '../operation/index.ts';

/** Name of the cookie by which a browser is known again. It opens nothing: it only spares people a notice. */
const COOKIE = '_device';
/** 400 days: browsers keep no cookie longer (RFC 6265bis). */
const MAX_AGE = 400 * 24 * 60 * 60;
const PURPOSE = 'device-cookie';

/** The browser that somebody signs in with. */
export interface Device {
  readonly id: string;
  /** `Set-Cookie` that lets it be known again, 400 days from now on. */
  readonly cookie: string;
}

/**
 * The browser, by its cookie; a new one without a cookie that we have signed for this tenant. Only ids that we have made
 * count: otherwise a page below the same domain could give its visitors an id of its own choice, and be known in their
 * accounts by it.
 */
export function deviceOf(keys: KeyRing, tenant: Tenant, cookieHeader: string | undefined): Device {
  const id = knownId(keys, tenant, cookieHeader) ?? newSecret(22);
  const { keyId, mac } = keyedHash(keys, PURPOSE, signed(tenant, id));
  const value = `${id}.${keyId}.${mac.toString('base64url')}`;
  const secure = tenant.endpoint.startsWith('https:') ? '; Secure' : '';
  return { id, cookie: `${COOKIE}=${value}; Path=/; Max-Age=${MAX_AGE}; HttpOnly; SameSite=Lax${secure}` };
}

/** What is kept of a device in the account of a user: of two accounts on one device nobody sees that it is one. */
export const deviceHash = ({ id }: Device, { id: tenantId }: Tenant, userId: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([tenantId, userId, id]))
    .digest();

const signed = ({ id: tenantId }: Tenant, id: string): string => JSON.stringify([tenantId, id]);

function knownId(keys: KeyRing, tenant: Tenant, cookieHeader = ''): string | undefined {
  const [, id = '', keyId = '', mac = ''] = shape.exec(cookieHeader) ?? [];
  const expected = id === '' ? undefined : keyedHashBy(keys, keyId, PURPOSE, signed(tenant, id));
  return expected && equalsInConstantTime(expected, Buffer.from(mac, 'base64url')) ? id : undefined;
}

const shape = new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9]{22})\\.([0-9a-f]{16})\\.([A-Za-z0-9_-]{43})(?:;|$)`);
