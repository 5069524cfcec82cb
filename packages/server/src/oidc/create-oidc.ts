import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { newId } from '../lib/index.ts';
import type { Tenant } from '../operation/index.ts';
import type { Interactions } from '../sign-in/index.ts';
import type { KnownTenant, LoadTenantKeys, TenantDirectory, TenantKeys } from '../tenants/index.ts';
import { type Engine, engineNotices } from './engine.ts';
import { createInteractions } from './interactions.ts';
import { createProvider } from './provider.ts';
import { refuse } from './refuse.ts';
import { type ServeNeeds, serveWithState } from './serve-with-state.ts';
import type { RequestSource } from './settle.ts';

/** What the provider needs from the rest of the house. */
export interface OidcNeeds extends Omit<ServeNeeds, 'sourceOf'> {
  readonly tenants: TenantDirectory;
  readonly keys: LoadTenantKeys;
  /** Whether the demonstration client exists. */
  readonly development: boolean;
  /** Client address (behind trusted proxies) and request id. By default what the socket says, and a new id. */
  readonly sourceOf?: (request: IncomingMessage) => RequestSource;
}

/** The OpenID provider. */
export interface Oidc {
  /**
   * Serves one tenant's requests below `/oidc`, and refuses those whose tenant cannot be found. The path may come with that
   * prefix or without it, when `originalUrl` keeps it.
   */
  callback(tenant: Promise<Tenant>): (request: IncomingMessage, response: ServerResponse) => void;
  /** The port through which the sign-in pages finish authorization requests. */
  readonly interactions: Interactions;
  /** Forgets the tenant's provider in this process. */
  invalidate(tenantId: string): void;
}

/** The engine of one tenant. */
export interface OpenEngine {
  readonly engine: Engine;
  readonly tenant: KnownTenant;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Finds a tenant's engine; a new one when its keys or version have changed. */
export type EngineOf = (tenant: Pick<Tenant, 'id'>) => Promise<OpenEngine>;

/** Tenants whose engines stay in memory: about 45 kB each. */
const ENGINES = 500;

const socketSource = (request: IncomingMessage): RequestSource => ({
  requestId: newId(16),
  origin: { ip: request.socket.remoteAddress ?? '', userAgent: request.headers['user-agent'] },
});

/** Opens the provider. */
export function createOidc(given: OidcNeeds): Oidc {
  const needs = { ...given, sourceOf: given.sourceOf ?? socketSource };
  for (const notice of engineNotices.splice(0))
    needs.log.info({ notice }, 'the protocol engine says something to operators');
  const engines = new LRUCache<string, OpenEngine & { keys: TenantKeys }>({ max: ENGINES });

  const engineOf: EngineOf = async ({ id }) => {
    const tenant = await needs.tenants.find(id);
    const keys = await needs.keys(tenant);
    const known = engines.get(id);
    if (known && known.keys === keys && known.tenant.version === tenant.version) return known;
    const engine = createProvider(needs, tenant, keys);
    serveWithState(engine, needs, tenant);
    const made = { engine, tenant, keys, serve: engine.callback() };
    engines.set(id, made);
    return made;
  };

  return {
    interactions: createInteractions({ ...needs, engineOf }),
    invalidate(tenantId) {
      engines.delete(tenantId);
      needs.tenants.forget();
    },
    callback: tenant => (request, response) => {
      stripMount(request);
      tenant.then(engineOf).then(
        ({ serve }) => serve(request, response),
        error => {
          const { requestId } = needs.sourceOf(request);
          const status = refuse(error, requestId, response);
          if (status < 500) needs.log.info({ requestId, status }, 'request');
          else needs.log.error({ err: error, requestId, status }, 'no provider of the tenant can answer');
        },
      );
    },
  };
}

/** The engine routes on the path below its mount, and keeps the whole one as `originalUrl`. */
function stripMount(request: IncomingMessage & { originalUrl?: string }): void {
  const { url = '/' } = request;
  request.originalUrl ??= url;
  if (/^\/oidc(?:[/?]|$)/.test(url)) request.url = url.slice('/oidc'.length).replace(/^(?!\/)/, '/');
}
