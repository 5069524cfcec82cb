/**
 * An OpenID provider of one's own for a test: a fresh tenant behind a plain `node:http` server on a free
 * port, and browsers with cookies of their own. Clients are plain `fetch`, keys are checked by `jose`.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { insertAccountCenter } from '../account-center/index.ts';
import { applicationSecretAad } from '../applications/index.ts';
import type { Database } from '../database/database.ts';
import { listEvents } from '../events/index.ts';
import {
  type Clock,
  createEnvelope,
  createKeyRing,
  type Envelope,
  newId,
  newSecret,
  newUserId,
  sha256,
} from '../lib/index.ts';
import { createOidc, type Oidc } from '../oidc/index.ts';
import { findPrincipal } from '../sessions/index.ts';
import type { Interaction } from '../sign-in/index.ts';
import {
  createAccessTokenVerifier,
  createKeyLoader,
  createTenant,
  createTenantDirectory,
  type KnownTenant,
  type LoadTenantKeys,
  type SigningAlgorithm,
  type TenantDirectory,
} from '../tenants/index.ts';
import { addUser, type UserChange } from '../users/index.ts';
import * as store from './oidc-world.store.ts';
import { testDatabase } from './test-database.ts';

export interface OidcWorldOptions {
  readonly development?: boolean;
  readonly signingAlgorithm?: SigningAlgorithm;
  /** Appended to the server's address to make the endpoint. */
  readonly basePath?: string;
  /** Replaces the address in the endpoint, as behind a proxy that ends TLS. */
  readonly publicOrigin?: string;
}

/** An application of the test's tenant. */
export interface TestApplication {
  readonly id: string;
  readonly redirectUri: string;
  /** Undefined for public clients. */
  readonly secret: string | undefined;
}

export type TokenAnswer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
  readonly headers: Headers;
};

/** Opens a provider; close it after the test. */
export async function createOidcWorld(options: OidcWorldOptions = {}): Promise<OidcWorld> {
  const database = await testDatabase();
  const world = new OidcWorld(database, options);
  await world.open();
  return world;
}

export class OidcWorld {
  readonly database: Database;
  readonly envelope: Envelope = createEnvelope(createKeyRing(Buffer.alloc(32, 9).toString('base64')));
  readonly tenantId = `t${newId(10)}`;
  readonly logged: object[] = [];
  /** Milliseconds by which the product's clock is ahead of the machine's, which the engine uses. */
  clockOffset = 0;
  readonly clock: Clock = () => new Date(Date.now() + this.clockOffset);
  readonly #options: OidcWorldOptions;
  #server: Server | undefined;
  #found: Interaction | undefined;
  #parts: { oidc: Oidc; tenants: TenantDirectory; keys: LoadTenantKeys; tenant: KnownTenant; base: string } | undefined;

  constructor(database: Database, options: OidcWorldOptions) {
    this.database = database;
    this.#options = options;
  }

  async open(): Promise<void> {
    const { development = true, basePath = '', publicOrigin, signingAlgorithm } = this.#options;
    this.#server = createServer((request, response) => this.#serve(request, response));
    await new Promise<void>(resolve => this.#server?.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    const base = `http://localhost:${address.port}`;
    const endpoint = `${publicOrigin ?? base}${basePath}`;
    const { database, envelope, clock } = this;
    await createTenant(
      { database, envelope, now: clock() },
      { id: this.tenantId, endpoint, signingAlgorithm },
      async tx => {
        await insertAccountCenter(tx, this.tenantId);
      },
    );
    const tenants = createTenantDirectory({ database, clock, places: { endpoint, tenantDomain: undefined } });
    // Any host finds this tenant: what is tested is not how tenants are found.
    const own: TenantDirectory = { ...tenants, findByHost: () => tenants.find(this.tenantId) };
    const keys = createKeyLoader({ database, envelope, clock });
    const held = this.#heldDatabase();
    const log = (facts: object, sentence: string) => void this.logged.push({ ...facts, sentence });
    const oidc = createOidc({
      database: held,
      envelope,
      clock,
      tenants: own,
      keys,
      development,
      log: { info: log, warn: log, error: log },
    });
    this.#parts = { oidc, tenants: own, keys, tenant: await own.find(this.tenantId), base };
  }

  #hold: { arrived: () => void; released: Promise<void> } | undefined;

  /** Names of the provider's statements, with `BEGIN` and `COMMIT` around what it writes. */
  readonly statements: string[] = [];
  #failure: (() => never) | undefined;

  /** Lets the provider's next statement or transaction fail. */
  failNext(failure: () => never): void {
    this.#failure = failure;
  }

  #failIfAsked(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    failure?.();
  }

  /** The database of the provider: watched, and its next transaction can be held back or fail. */
  #heldDatabase(): Database {
    const { database } = this;
    const watch = (name: string) => {
      this.#failIfAsked();
      this.statements.push(name);
    };
    return {
      kind: database.kind,
      rows: async (statement, values) => {
        watch(statement.name);
        return database.rows(statement, values);
      },
      row: async (statement, values) => {
        watch(statement.name);
        return database.row(statement, values);
      },
      run: async (statement, values) => {
        watch(statement.name);
        return database.run(statement, values);
      },
      script: sql => database.script(sql),
      close: () => database.close(),
      transaction: async work => {
        const hold = this.#hold;
        this.#hold = undefined;
        hold?.arrived();
        await hold?.released;
        watch('BEGIN');
        const result = await database.transaction(work);
        this.statements.push('COMMIT');
        return result;
      },
    };
  }

  /**
   * Lets `meanwhile` happen between what a request reads and what it writes: the request is held when it
   * begins its transaction.
   */
  async between<T>(request: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> {
    let release = () => {};
    const arrival = new Promise<void>(arrived => {
      this.#hold = { arrived, released: new Promise(resolve => (release = resolve)) };
    });
    const pending = request();
    await Promise.race([arrival, pending]);
    if (this.#hold) throw new Error('the request wrote nothing');
    await meanwhile();
    release();
    return pending;
  }

  /** Frees the port and the endpoint's host, which another test may get. */
  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(resolve => this.#server?.close(resolve));
    await store.deleteTenant(this.database, this.tenantId);
  }

  get parts() {
    if (!this.#parts) throw new Error('the world is not open');
    return this.#parts;
  }

  /** Address at which the server is reached. */
  get base(): string {
    return this.parts.base;
  }

  get tenant(): KnownTenant {
    return this.parts.tenant;
  }

  /** The provider below `/oidc`, and stand-ins for the sign-in pages, which finish interactions at once. */
  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { oidc, tenant } = this.parts;
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/oidc/')) return oidc.callback(Promise.resolve(tenant))(request, response);
    const redirect = (to: string) => response.writeHead(303, { location: to }).end();
    try {
      if (url.pathname === '/test/sign-in') {
        const interaction = await oidc.interactions.find(request, response);
        const accountId = url.searchParams.get('user') ?? '';
        return void redirect(
          await oidc.interactions.finishLogin(interaction, {
            accountId,
            event: 'SignIn',
            submission: { interactionEvent: 'SignIn' },
          }),
        );
      }
      if (url.pathname === '/consent') {
        return void redirect(await oidc.interactions.finishConsent(await oidc.interactions.find(request, response)));
      }
      if (url.pathname === '/test/interaction') {
        this.#found = await oidc.interactions.find(request, response);
        return void response.writeHead(204).end();
      }
      if (url.pathname === '/test/abort') {
        return void redirect(await oidc.interactions.abort(await oidc.interactions.find(request, response)));
      }
      response.writeHead(404).end();
    } catch (error) {
      response
        .writeHead(500, { 'content-type': 'text/plain' })
        .end(String(error instanceof Error ? error.message : error));
    }
  }

  /** Makes a user without a password: signing in is played by the test. */
  async createUser(change: UserChange = {}): Promise<string> {
    const id = newUserId();
    await this.database.transaction(tx =>
      addUser(
        { tx, emit: async () => {} },
        { tenantId: this.tenantId, user: { id, ...change }, now: this.clock(), envelope: this.envelope },
      ),
    );
    return id;
  }

  /** Makes an application with one redirect URI and, unless it is public, one secret. */
  async createApplication(
    type: 'SPA' | 'Native' | 'Traditional' | 'MachineToMachine',
    {
      redirectUri = 'https://app.test/callback',
      postLogout = [] as string[],
      custom = {},
      thirdParty = false,
      userScopes = ['profile'],
    } = {},
  ): Promise<TestApplication> {
    const id = newId(21);
    const metadata = {
      redirectUris: type === 'MachineToMachine' || redirectUri === '' ? [] : [redirectUri],
      postLogoutRedirectUris: postLogout,
    };
    await store.addApplication(this.database, this.tenantId, { id, type, metadata, custom, thirdParty }, this.clock());
    if (thirdParty) for (const scope of userScopes) await store.openUserScope(this.database, this.tenantId, id, scope);
    const isPublic = type === 'SPA' || type === 'Native';
    return { id, redirectUri, secret: isPublic ? undefined : await this.addSecret(id, 'Default secret') };
  }

  async addSecret(applicationId: string, name: string, expiresAt: Date | null = null): Promise<string> {
    const secret = newSecret(32);
    const value = this.envelope.seal(secret, [...applicationSecretAad(this.tenantId, applicationId, name)]);
    await store.addSecret(this.database, this.tenantId, applicationId, { name, value, now: this.clock(), expiresAt });
    return secret;
  }

  /** Makes an API whose scopes come with the role of the same id. */
  async createResource(
    indicator: string,
    scopes: readonly string[],
    { id = newId(12), isDefault = false, type = 'User' as 'User' | 'MachineToMachine' } = {},
  ): Promise<string> {
    await store.addResource(this.database, this.tenantId, { id, indicator, scopes, isDefault }, this.clock());
    const scopeIds = scopes.map(scope => `${id}-${scope}`);
    await store.addRole(this.database, this.tenantId, { id, type, scopeIds }, this.clock());
    return id;
  }

  browser(): Browser {
    return new Browser(this.base);
  }

  /** Sends a token request as the application, with its secret in the body. */
  token(application: TestApplication, parameters: Readonly<Record<string, string>>): Promise<TokenAnswer> {
    const { id, secret } = application;
    return this.form('/oidc/token', {
      client_id: id,
      ...(secret !== undefined && { client_secret: secret }),
      ...parameters,
    });
  }

  refresh(application: TestApplication, refreshToken: string, parameters: Readonly<Record<string, string>> = {}) {
    return this.token(application, { grant_type: 'refresh_token', refresh_token: refreshToken, ...parameters });
  }

  async form(
    path: string,
    parameters: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<TokenAnswer> {
    const response = await fetch(this.base + path, { method: 'POST', headers, body: new URLSearchParams(parameters) });
    return answerOf(response);
  }

  async userinfo(accessToken: string): Promise<TokenAnswer> {
    return answerOf(await fetch(`${this.base}/oidc/me`, { headers: { authorization: `Bearer ${accessToken}` } }));
  }

  /** Checks a JWT against the published keys, as a client would. */
  async verify(jwt: string, options: { audience?: string; typ?: string } = {}): Promise<JWTPayload> {
    const keys = createRemoteJWKSet(new URL(`${this.base}/oidc/jwks`), { cooldownDuration: 0 });
    return (await jwtVerify(jwt, keys, { issuer: this.tenant.issuer, ...options })).payload;
  }

  /** Signs a user in at an application, from the authorization request to the tokens. */
  async signIn(
    application: TestApplication,
    userId: string,
    { browser = this.browser(), ...parameters }: { browser?: Browser } & Record<string, unknown> = {},
  ) {
    const request = authorization(application, parameters as Record<string, string>);
    const location = await browser.authorize(request.query, userId);
    const code = location.searchParams.get('code');
    if (code === null) throw new Error(`no code in ${location}`);
    const answer = await this.exchange(application, code, request.verifier);
    if (answer.status !== 200) throw new Error(`no tokens: ${JSON.stringify(answer.body)}`);
    return { browser, code, verifier: request.verifier, ...answer.body } as SignedIn;
  }

  exchange(
    application: TestApplication,
    code: string,
    verifier: string,
    parameters: Readonly<Record<string, string>> = {},
  ) {
    return this.token(application, {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: application.redirectUri,
      ...parameters,
    });
  }

  /** The interaction of a browser, as the sign-in pages find it. */
  async findInteraction(browser: Browser): Promise<Interaction> {
    this.#found = undefined;
    await browser.get('/test/interaction');
    if (!this.#found) throw new Error('no interaction');
    return this.#found;
  }

  /** What the Account API makes of an access token. */
  principal(accessToken: string) {
    return findPrincipal(this.database, this.tenantId, sha256(accessToken), this.clock());
  }

  /** Judges a JWT as the Management API does. */
  verifier(jwt: string, audience: string) {
    const { tenants, keys, tenant } = this.parts;
    return createAccessTokenVerifier({ tenants, keys, clock: this.clock })(tenant, jwt, audience);
  }

  events(userId: string) {
    return listEvents(this.database, this.tenantId, userId);
  }

  /** How many days the application's newest refresh token lives. */
  refreshTokenDays(applicationId: string): Promise<number> {
    return store.findRefreshTokenDays(this.database, this.tenantId, applicationId);
  }

  /** Signs a browser out through the application. */
  async signOut(browser: Browser, application: TestApplication): Promise<void> {
    const page = await (await browser.get(`/oidc/session/end?client_id=${application.id}`)).text();
    const fields = Object.fromEntries(
      [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    await browser.post(/action="([^"]+)"/.exec(page)?.[1] ?? '', fields);
  }

  countGrantsOf(userId: string): Promise<number> {
    return store.countGrantsOf(this.database, this.tenantId, userId);
  }

  count(table: store.CountedTable): Promise<number> {
    return store.countRows(this.database, this.tenantId, table);
  }
}

export interface SignedIn {
  readonly browser: Browser;
  readonly code: string;
  readonly verifier: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope: string;
  readonly expires_in: number;
}

export async function answerOf(response: Response): Promise<TokenAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
}

/** An authorization request as the client libraries send it, with the verifier of its challenge. */
export function authorization(
  application: TestApplication,
  parameters: Readonly<Record<string, string | readonly string[] | undefined>> = {},
) {
  const verifier = randomBytes(32).toString('base64url');
  const all = {
    client_id: application.id,
    redirect_uri: application.redirectUri,
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'some-state',
    prompt: 'consent',
    scope: 'openid offline_access profile',
    ...parameters,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  }
  return { verifier, query };
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** One browser: cookies by path, redirects followed by hand. */
export class Browser {
  readonly cookies = new Map<string, Cookie>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async get(url: string | URL, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(url, { headers });
  }

  async post(url: string | URL, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.#send(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  async #send(url: string | URL, init: RequestInit): Promise<Response> {
    const target = new URL(url, this.#base);
    // Behind a proxy the public address differs from the one that is connected to.
    const address = new URL(target.pathname + target.search, this.#base);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => path === '/' || target.pathname === path || target.pathname.startsWith(`${path}/`))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const attribute = (key: string) =>
      attributes.find(one => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const expires = attribute('expires');
    if (expires !== undefined && Date.parse(expires) < Date.now()) this.cookies.delete(name);
    else this.cookies.set(name, { value, path: attribute('path') ?? '/' });
  }

  /** Follows an authorization request to the application, signing in as the user where the pages would ask. */
  async authorize(query: URLSearchParams, userId: string): Promise<URL> {
    let location = `/oidc/auth?${query}`;
    for (let steps = 0; steps < 10; steps++) {
      const response = await this.get(location);
      const next = response.headers.get('location');
      if (next === null) throw new Error(`${response.status} at ${location}: ${await response.text()}`);
      if (/^\/(sign-in|register)\?/.test(next)) location = `/test/sign-in?user=${userId}`;
      else if (next.startsWith('/') || next.includes('/oidc/auth/') || next.includes('/oidc/session/')) location = next;
      else return new URL(next);
    }
    throw new Error('too many redirects');
  }
}
