/**
 * A product of one's own for a test: a fresh tenant in the shared database of the worker process, its
 * own clock, a cheap password hash, and the real pipeline, called in process through the front door.
 */
import {
  type AccountField,
  accountFields,
  accountScopes,
  type FieldAccess,
  type Schema,
  type SensitiveAction,
} from '@freehold/contract';
import type { FastifyInstance } from 'fastify';
import { createApp, type Parts } from '../app.ts';
import { createInbox, type Inbox, type InboxMessage } from '../connectors/index.ts';
import type { Database } from '../database/database.ts';
import { createPasswordHasher, type PasswordHasher } from '../factors/index.ts';
import { createPages } from '../http/index.ts';
import {
  createEnvelope,
  createKeyRing,
  createOutbound,
  createTestClock,
  type Envelope,
  newId,
  newSecret,
  newUserId,
  sha256,
  type TestClock,
} from '../lib/index.ts';
import { createMessenger } from '../notifications/index.ts';
import { type ManagementContext, Problem, type Tenant } from '../operation/index.ts';
import { addUser, emailColumns, lockUser, type UserChange, updateUser, usernameColumns } from '../users/index.ts';
import { type RecordingMessenger, recordingMessenger } from './recording-messenger.ts';
import { scriptedInteractions } from './scripted-interactions.ts';
import * as store from './test-app.store.ts';
import { testDatabase } from './test-database.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

export interface TestRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A user of the test's tenant. */
export interface TestUser {
  readonly id: string;
  readonly password: string;
}

/** A signed-in user with one client: their token and what hangs on it. */
export interface TestToken {
  readonly token: string;
  readonly sessionUid: string | null;
  readonly grantId: string;
  readonly clientId: string | null;
}

export interface TokenOptions {
  readonly scopes?: readonly string[];
  readonly clientId?: string | null;
  /** Reuses a session, so that two clients share one; null makes a token without a session. */
  readonly sessionUid?: string | null;
  readonly lifetimeSeconds?: number;
}

/** The cheapest argon2id that the library takes; one test elsewhere pays the real price. */
const cheapHash = { memoryKiB: 8, passes: 1, parallelism: 1 };

/** What encrypts the secrets of test apps. */
export const envelopeKey = Buffer.alloc(32, 7).toString('base64');

export interface TestAppOptions {
  /** Replaces parts of the product, such as the hasher by one that counts. */
  readonly parts?: Partial<Parts>;
  readonly startAt?: string;
  /** Default: the one that all tests of the worker process share. */
  readonly database?: Database;
  /** Messages go through connectors, in the words that people read, and stay in an inbox. Default: what was asked to be sent is recorded. */
  readonly inbox?: boolean;
}

/** Builds the product around a new tenant. Nothing needs to be closed: the database is the worker's. */
export async function createTestApp({
  parts = {},
  startAt = '2026-06-01T12:00:00.000Z',
  ...given
}: TestAppOptions = {}): Promise<TestApp> {
  const database = given.database ?? (await testDatabase());
  const clock = createTestClock(new Date(startAt));
  const id = `t${newId(10)}`;
  const endpoint = `https://${id}.test`;
  const tenant: Tenant = { id, endpoint, issuer: `${endpoint}/oidc` };
  await store.insertTenant(database, id, endpoint, clock());
  const hasher = parts.hasher ?? createPasswordHasher({ cost: cheapHash, concurrency: 2, queue: 1000 });
  const logged: object[] = [];
  const keep = (facts: object, sentence: string) => void logged.push({ ...facts, sentence });
  const keys = createKeyRing(envelopeKey);
  const messenger = recordingMessenger();
  const outbound = parts.outbound ?? createOutbound({ loopback: true });
  const development = parts.development ?? true;
  const log = { info: keep, warn: keep, error: keep };
  const inbox = given.inbox ? createInbox({ clock }) : undefined;
  const envelope = createEnvelope(keys);
  const server = createApp({
    database,
    clock,
    envelope,
    keys,
    hasher,
    breachCheck: undefined,
    outbound,
    messenger: inbox ? createMessenger({ envelope, outbound, development, inbox, log }) : messenger,
    inbox,
    interactions: scriptedInteractions(),
    log,
    trustProxy: false,
    secure: true,
    cors: { development: false, managementOrigins: new Set(['https://console.test']) },
    builtInClients: new Set(['demo-app', 'account-center']),
    findTenant: async host => {
      if (host !== `${id}.test`) throw new Problem('tenant.not_found');
      return tenant;
    },
    authenticateManager: async (_, token) => manager(token),
    oidc: {
      callback: found => (_, response) => {
        found.catch(() => undefined).then(() => response.writeHead(404).end());
      },
    },
    pages: createPages({ webRoot: '/nowhere' }),
    development,
    checkAnswer,
    ...parts,
  });
  return new TestApp({ server, database, clock, tenant, hasher, envelope, logged, messenger, inbox });
}

function manager(token: string): ManagementContext['actor'] {
  if (!token.startsWith('manager-')) throw new Problem('auth.unauthorized');
  return { kind: 'application', id: token, clientId: token };
}

/** Every answer of every test is compared with its route's schema. */
function checkAnswer(operationId: string, schema: Schema | null, body: unknown): void {
  const result = schema?.safeParse(body);
  if (!result?.success) throw new Error(`${operationId} answers what its route does not declare: ${result?.error}`);
}

interface TestParts {
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly clock: TestClock;
  readonly tenant: Tenant;
  readonly hasher: PasswordHasher;
  readonly envelope: Envelope;
  readonly logged: readonly object[];
  readonly messenger: RecordingMessenger;
  readonly inbox: Inbox | undefined;
}

export class TestApp {
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly clock: TestClock;
  readonly tenant: Tenant;
  readonly hasher: PasswordHasher;
  readonly envelope: Envelope;
  /** Everything that was logged. */
  readonly logged: readonly object[];
  /** Takes the place of mail and text messages, unless the parts name another. */
  readonly messenger: RecordingMessenger;
  readonly #inbox: Inbox | undefined;

  constructor(parts: TestParts) {
    this.server = parts.server;
    this.database = parts.database;
    this.clock = parts.clock;
    this.tenant = parts.tenant;
    this.hasher = parts.hasher;
    this.envelope = parts.envelope;
    this.logged = parts.logged;
    this.messenger = parts.messenger;
    this.#inbox = parts.inbox;
  }

  /** What the inbox holds, newest first, of one recipient when given; the test asked for an inbox. */
  inbox(to?: string): readonly InboxMessage[] {
    if (!this.#inbox) throw new Error('this product has no inbox');
    return this.#inbox.list(this.tenant.id, to);
  }

  /** Sends any request. A string body goes as it is, with the content type of JSON. */
  async request(method: string, url: string, { body, headers = {} }: TestRequest = {}): Promise<Answer> {
    const response = await this.server.inject({
      method: method as 'GET',
      url,
      headers: {
        host: `${this.tenant.id}.test`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
    });
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string | undefined>,
      body: response.body === '' ? undefined : parsed(response.body),
    };
  }

  /** Sends a request with an access token of the Account API, and with a proof if given. */
  account(
    token: TestToken | string,
    method: string,
    url: string,
    options: TestRequest & { proof?: string } = {},
  ): Promise<Answer> {
    const bearer = typeof token === 'string' ? token : token.token;
    const proof = options.proof === undefined ? {} : { 'logto-verification-id': options.proof };
    const headers = { authorization: `Bearer ${bearer}`, ...proof, ...options.headers };
    return this.request(method, url, { body: options.body, headers });
  }

  /** Sends a request as a machine-to-machine application that may do everything. */
  management(
    method: string,
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.request(method, url, { body, headers: { authorization: 'Bearer manager-1', ...headers } });
  }

  /** Enables the account center with these fields; all of them `Edit` by default. */
  async enableAccountCenter(fields: Partial<Record<AccountField, FieldAccess>> = allEditable): Promise<void> {
    const answer = await this.management('PATCH', '/api/account-center', { enabled: true, fields });
    if (answer.status !== 200) throw new Error(`cannot enable the account center: ${JSON.stringify(answer.body)}`);
    await this.events();
  }

  /** Makes a user with a password. */
  async createUser(
    user: { username?: string | null; password?: string | null; email?: string; phone?: string } & UserChange = {},
  ): Promise<TestUser> {
    const { username = `u_${newId(8)}`, password = `correct horse ${newId(6)}`, email, phone, ...rest } = user;
    const id = newUserId();
    const stored = password === null ? undefined : await this.hasher.hash(password);
    const columns: UserChange = {
      ...usernameColumns(username, true),
      ...(email !== undefined && emailColumns(email)),
      ...(phone !== undefined && { primary_phone: phone }),
      ...(stored && { password_digest: stored.digest, password_algorithm: stored.algorithm }),
      ...rest,
    };
    const { tenant, clock, envelope } = this;
    await this.database.transaction(tx =>
      addUser({ tx, emit: async () => {} }, { tenantId: tenant.id, user: { id, ...columns }, now: clock(), envelope }),
    );
    return { id, password: password ?? '' };
  }

  /** Changes a user's row behind everybody's back. */
  async changeUser({ id }: TestUser, change: UserChange): Promise<void> {
    const { tenant, clock, database } = this;
    await database.transaction(async tx => {
      const locked = await lockUser(tx, tenant.id, id);
      if (locked) await updateUser(tx, tenant.id, locked, change, clock());
    });
  }

  /** Signs a user in without the pages: a session, a grant and an opaque access token as the provider would write them. */
  async signIn(user: TestUser | string, options: TokenOptions = {}): Promise<TestToken> {
    const { scopes = accountScopes, clientId = 'demo-app', lifetimeSeconds = 3600 } = options;
    const userId = typeof user === 'string' ? user : user.id;
    const now = this.clock();
    const token = newSecret(43);
    const sessionUid = options.sessionUid === undefined ? newSecret(21) : options.sessionUid;
    const grantId = newSecret(21);
    await store.insertSignIn(this.database, {
      tenantId: this.tenant.id,
      userId,
      clientId,
      sessionUid: options.sessionUid === undefined ? sessionUid : null,
      tokenSessionUid: sessionUid,
      grantId,
      tokenHash: sha256(token),
      scope: scopes.join(' '),
      scopeBits: accountScopes.reduce((bits, scope, i) => (scopes.includes(scope) ? bits | (1 << i) : bits), 0),
      now,
      expiresAt: new Date(now.getTime() + lifetimeSeconds * 1000),
    });
    return { token, sessionUid, grantId, clientId };
  }

  /** Proves who the token's owner is by password; returns the record's id. */
  async prove(token: TestToken | string, user: TestUser, action?: SensitiveAction): Promise<string> {
    const answer = await this.account(token, 'POST', '/api/verifications/password', {
      body: { password: user.password, ...(action && { action }) },
    });
    if (answer.status !== 201) throw new Error(`cannot prove: ${JSON.stringify(answer.body)}`);
    await this.events();
    return answer.body.verificationRecordId;
  }

  #seen = '';

  /** The events that were written since the last call, oldest first, with the topics of their outbox rows. */
  async events(): Promise<{ type: string; userId: string | null; data: Record<string, unknown>; outbox: string[] }[]> {
    const rows = await store.eventsSince(this.database, this.tenant.id, this.#seen);
    this.#seen = rows.at(-1)?.id ?? this.#seen;
    return rows.map(row => ({ type: row.type, userId: row.user_id, data: row.data, outbox: row.outbox }));
  }
}

const allEditable = Object.fromEntries(accountFields.map(field => [field, 'Edit' as const]));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
