import type { Tenant } from '../operation/index.ts';
import type { TenantRow } from './tenants.store.ts';

/** Where the installation and its tenants are reached, from the configuration. */
export interface TenantPlaces {
  /** Public base URL of the installation (`ENDPOINT`): the address of the tenant `default`. */
  readonly endpoint: string;
  /** Domain below which each tenant has a label of its own (`TENANT_DOMAIN`). */
  readonly tenantDomain: string | undefined;
}

/** The tenant that every installation has. */
export const DEFAULT_TENANT = 'default';

/** A tenant's id is a DNS label, since it becomes one below `TENANT_DOMAIN`. */
export const isTenantId = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);

/** A base URL without a trailing slash, query or fragment. @throws TypeError */
export function normalizeEndpoint(text: string): string {
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('an endpoint is an http or https URL');
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new TypeError('an endpoint has no query, fragment or credentials');
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** Host and port of a URL or of a `Host` header, in one spelling; undefined for what is neither. */
export function normalizeHost(text: string): string | undefined {
  if (!/^[\w.:[\]-]+$/.test(text)) return undefined;
  // Which scheme the client used is not known here, so the standard ports of both are left out.
  const url = URL.canParse(`http://${text}`) ? new URL(`http://${text}`) : undefined;
  return url?.host.replace(/\.?(?::443)?$/, '');
}

/** Host and port of an endpoint, as {@link normalizeHost} writes them. */
export const hostOf = (endpoint: string): string | undefined => normalizeHost(new URL(endpoint).host);

/**
 * The tenant with its public addresses. They come from the configuration and the tenant's row, never
 * from a request: a link in a mail must not lead where a forged `Host` header says.
 */
export function tenantOf(row: TenantRow, { endpoint, tenantDomain }: TenantPlaces): Tenant {
  const id = row.tenant_id;
  const own =
    row.endpoint ??
    (id === DEFAULT_TENANT || tenantDomain === undefined ? endpoint : below(endpoint, id, tenantDomain));
  return { id, endpoint: own, issuer: `${own}/oidc` };
}

/** The installation's URL with the host replaced by the tenant's label below the domain. */
function below(endpoint: string, id: string, tenantDomain: string): string {
  const url = new URL(endpoint);
  url.hostname = `${id}.${tenantDomain}`;
  return normalizeEndpoint(url.href);
}

/** The tenant's id that a host has as its one label below `tenantDomain`, or undefined. */
export function labelBelow(host: string, tenantDomain: string): string | undefined {
  const hostname = host.replace(/:\d+$/, '');
  const suffix = `.${tenantDomain.toLowerCase()}`;
  const label = hostname.endsWith(suffix) ? hostname.slice(0, -suffix.length) : '';
  return isTenantId(label) ? label : undefined;
}
