/**
 * The whole product on a port of its own, put together as the process does it, for tests that walk through it as an
 * application and a browser do: engine, pages and API share cookies and addresses there.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createApp } from '../app.ts';
import { makeTenant } from '../bootstrap.ts';
import type { Database } from '../database/index.ts';
import { createPasswordHasher, type PasswordHasher } from '../factors/index.ts';
import { authenticateManager, createPages, type Pages } from '../http/index.ts';
import { type Clock, createEnvelope, createKeyRing, createOutbound, newId, newSecret } from '../lib/index.ts';
import { builtInClientIds, createOidc } from '../oidc/index.ts';
import type { Tenant } from '../operation/index.ts';
import { holdsManagementScope } from '../roles/index.ts';
import {
  createAccessTokenVerifier,
  createKeyLoader,
  createTenantDirectory,
  type TenantDirectory,
} from '../tenants/index.ts';
import { type RecordingMessenger, recordingMessenger } from './recording-messenger.ts';
import { testDatabase } from './test-database.ts';

/** Addresses are `https`, as behind a proxy that ends TLS; requests go to the port. */
const endpointOf = (tenantId: string) => `https://${tenantId}.test`;

export interface TestSite {
  readonly endpoint: string;
  readonly tenantId: string;
  readonly database: Database;
  readonly hasher: PasswordHasher;
  /** What was logged, to look for what must not be there. */
  readonly logged: readonly object[];
  /** Takes the place of mail and text messages. */
  readonly messenger: RecordingMessenger;
  browser(): SiteBrowser;
  /** Sends a request to the Management API as the tenant's first application. */
  management(method: string, path: string, body?: unknown): Promise<SiteAnswer>;
  close(): Promise<void>;
}

export interface SiteAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly location: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

export interface TestSiteOptions {
  /** Default: none, since the tests run without a build. */
  readonly pages?: Pages;
  /** Default: every request is for the site's tenant. */
  readonly findTenant?: () => Promise<Tenant>;
}

/** Opens a site with a tenant of its own; close it after the test. */
export async function createTestSite({
  pages = createPages({ webRoot: '/nowhere' }),
  findTenant,
}: TestSiteOptions = {}): Promise<TestSite> {
  const database = await testDatabase();
  const tenantId = `t${newId(10)}`;
  const endpoint = endpointOf(tenantId);
  // The engine asks the machine's clock, so a site cannot have one of its own.
  const clock: Clock = () => new Date();
  const keys = createKeyRing(randomBytes(32).toString('base64'));
  const envelope = createEnvelope(keys);
  const hasher = createPasswordHasher({
    cost: { memoryKiB: 8, passes: 1, parallelism: 1 },
    concurrency: 2,
    queue: 1000,
  });
  const logged: object[] = [];
  const keep = (facts: object, sentence: string) => void logged.push({ ...facts, sentence });
  const log = { info: keep, warn: keep, error: keep };
  const messenger = recordingMessenger();
  const managementApp = { id: newId(21), secret: newSecret(32) };
  await makeTenant({ database, envelope, now: clock(), managementApp }, { id: tenantId, endpoint });

  const directory = createTenantDirectory({ database, clock, places: { endpoint, tenantDomain: undefined } });
  // Requests come to an address of the machine: how tenants are found is tried elsewhere.
  const tenants: TenantDirectory = { ...directory, findByHost: () => directory.find(tenantId) };
  const loadKeys = createKeyLoader({ database, envelope, clock });
  const oidc = createOidc({ database, envelope, clock, log, tenants, keys: loadKeys, development: true });
  const app = createApp({
    database,
    clock,
    envelope,
    keys,
    hasher,
    breachCheck: undefined,
    outbound: createOutbound({ loopback: true }),
    messenger,
    inbox: undefined,
    log,
    pages,
    interactions: oidc.interactions,
    development: true,
    trustProxy: false,
    secure: true,
    cors: { development: true, managementOrigins: new Set() },
    builtInClients: builtInClientIds(true),
    findTenant: host => findTenant?.() ?? tenants.findByHost(host),
    authenticateManager: authenticateManager({
      verify: createAccessTokenVerifier({ tenants, keys: loadKeys, clock }),
      holdsManagementScope: (tenantId, holder) => holdsManagementScope(database, tenantId, holder, clock()),
    }),
    oidc,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = () => new SiteBrowser(base);

  let token: Promise<string> | undefined;
  const managementToken = async () => {
    const { body } = await browser().form('/oidc/token', {
      grant_type: 'client_credentials',
      client_id: managementApp.id,
      client_secret: managementApp.secret,
      resource: `https://${tenantId}.logto.app/api`,
      scope: 'all',
    });
    return String(body.access_token);
  };

  return {
    endpoint,
    tenantId,
    database,
    hasher,
    logged,
    messenger,
    browser,
    async management(method, path, body) {
      token ??= managementToken();
      return browser().json(method, path, body, { authorization: `Bearer ${await token}` });
    },
    async close() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** One browser: keeps cookies by path and follows no redirect by itself. */
export class SiteBrowser {
  readonly cookies = new Map<string, Cookie>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<SiteAnswer> {
    return this.#send(url, { headers });
  }

  form(url: string, fields: Readonly<Record<string, string>>): Promise<SiteAnswer> {
    return this.#send(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  json(
    method: string,
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<SiteAnswer> {
    return this.#send(url, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async #send(url: string, init: RequestInit): Promise<SiteAnswer> {
    const { pathname, search } = new URL(url, this.#base);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { ...init.headers, ...(cookie !== '' && { cookie }) };
    const response = await fetch(this.#base + pathname + search, { ...init, redirect: 'manual', headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line, pathname);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location') ?? '',
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  #keep(line: string, requested: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const attribute = (key: string) =>
      attributes.find(one => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const expires = attribute('expires');
    if (expires !== undefined && Date.parse(expires) < Date.now()) this.cookies.delete(name);
    else this.cookies.set(name, { value, path: attribute('path') ?? requested });
  }
}

/** The authorization request of an application that has no secret, and the verifier of its challenge. */
export function authorizationRequest(clientId: string, redirectUri: string, scope: string) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'some-state',
    prompt: 'consent',
    scope,
  });
  return { verifier, path: `/oidc/auth?${query}` };
}
