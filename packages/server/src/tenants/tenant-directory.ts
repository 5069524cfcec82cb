import { LRUCache } from 'lru-cache';
import type { Queryable } from '../database/database.ts';
import type { Clock } from '../lib/index.ts';
import { Problem, type Tenant } from '../operation/index.ts';
import { DEFAULT_TENANT, hostOf, labelBelow, normalizeHost, type TenantPlaces, tenantOf } from './endpoints.ts';
import { findTenantRow, findTenantRowByHost, type TenantRow } from './tenants.store.ts';

/** How long another process's change of a tenant may go unnoticed. */
const REMEMBERED_MS = 5_000;

/** A tenant with the version of what processes remember of it. */
export interface KnownTenant extends Tenant {
  readonly version: number;
}

/** Finds tenants, and remembers them for a few seconds. */
export interface TenantDirectory {
  /**
   * The tenant of a request, by its `Host` header.
   * @throws Problem `tenant.not_found` (404) for a host that no tenant has
   */
  findByHost(host: string | undefined): Promise<KnownTenant>;
  /** @throws Problem `tenant.not_found` */
  find(tenantId: string): Promise<KnownTenant>;
  /** Forgets what is remembered, so that this process sees its own change at once. */
  forget(): void;
}

/** Opens the directory of an installation's tenants. */
export function createTenantDirectory(needs: {
  readonly database: Queryable;
  readonly clock: Clock;
  readonly places: TenantPlaces;
}): TenantDirectory {
  const { database, clock, places } = needs;
  // Absence is remembered too: an unknown host must not cost a query a request. Bounded, since anybody can send any host.
  const remembered = new LRUCache<string, { readonly tenant: KnownTenant | undefined; readonly at: number }>({
    max: 1000,
  });
  const installationHost = hostOf(places.endpoint);

  const toTenant = (row: TenantRow | undefined): KnownTenant | undefined =>
    row && { ...tenantOf(row, places), version: row.version };

  async function remember(key: string, read: () => Promise<TenantRow | undefined>): Promise<KnownTenant> {
    const now = clock().getTime();
    const known = remembered.get(key);
    const isFresh = known !== undefined && now >= known.at && now - known.at < REMEMBERED_MS;
    const tenant = isFresh ? known.tenant : toTenant(await read());
    if (!isFresh) remembered.set(key, { tenant, at: now });
    if (!tenant) throw new Problem('tenant.not_found');
    return tenant;
  }

  const find = (tenantId: string) => remember(`id ${tenantId}`, () => findTenantRow(database, tenantId));

  async function rowOfHost(host: string): Promise<TenantRow | undefined> {
    // Before the tenants' own endpoints: none of them may take the installation's host.
    if (host === installationHost) return findTenantRow(database, DEFAULT_TENANT);
    const own = await findTenantRowByHost(database, host);
    if (own) return own;
    if (places.tenantDomain === undefined) return findTenantRow(database, DEFAULT_TENANT);
    const label = labelBelow(host, places.tenantDomain);
    return label === undefined ? undefined : findTenantRow(database, label);
  }

  return {
    find,
    findByHost(text) {
      // By the text as it came: to bring it into one spelling takes longer than all the rest.
      return remember(`host ${text ?? ''}`, async () => {
        const host = normalizeHost(text ?? '');
        if (host !== undefined) return rowOfHost(host);
        // Without a domain for tenants there is nothing to mistake it for: health checks send any host, or none.
        return places.tenantDomain === undefined ? findTenantRow(database, DEFAULT_TENANT) : undefined;
      });
    },
    forget: () => remembered.clear(),
  };
}
