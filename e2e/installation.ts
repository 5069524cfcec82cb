/**
 * The built product in a process of its own on a database that nobody has used, and around it what an operator connects
 * it with, each in a process of its own: a mail server, a gateway for text messages, an OpenID provider, a receiver of
 * webhooks.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { type Account, createAccounts, type Json } from './account-client.ts';
import { type MailServer, type ReceivedMail, startMailServer } from './outside/mail-server.ts';
import { type OpenidProvider, type ProviderPerson, startProvider } from './outside/provider.ts';
import { openReceiver, type Posted, type Receiver } from './outside/receiver.ts';
import { managementApp, newDataFolder, type OwnServer, startServer } from './own-server.ts';
import { createWitness, type Witness } from './witness.ts';

/** A cluster in which databases can be made; without it, only the embedded database is tried. */
const cluster = process.env['E2E_POSTGRES_URL'];

/** The databases that an installation can be on. */
export const databases: readonly ('embedded' | 'PostgreSQL')[] = cluster ? ['embedded', 'PostgreSQL'] : ['embedded'];

const random = () => randomBytes(12).toString('hex');

/** What a mail or a text message says is the code. */
export function codeIn(text: string): string {
  const codes = new Set(text.match(/(?<!\d)\d{6}(?!\d)/g));
  const [code] = codes;
  if (code === undefined || codes.size > 1) throw new Error(`there is not one code in: ${text}`);
  return code;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  readonly milliseconds: number;
}

export interface Installation {
  readonly url: string;
  readonly server: OwnServer;
  readonly mail: MailServer;
  readonly gateway: Receiver;
  readonly hooks: Receiver;
  readonly provider: OpenidProvider;
  readonly people: { readonly alice: ProviderPerson; readonly bob: ProviderPerson };
  readonly witness: Witness;
  /** Callback of the application that the requests come from. */
  readonly redirectUri: string;
  readonly connectors: { readonly email: string; readonly sms: string; readonly social: string };
  readonly hook: { readonly id: string; readonly signingKey: string };
  /** Calls the Management API. */
  manage(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Another connector to the same provider, which has seen nothing of it yet. */
  connectProvider(target: string): Promise<string>;
  /** Somebody with an account, signed in. */
  account(members?: Readonly<Record<string, unknown>>): Promise<Account>;
  /** What the connectors were configured with. */
  readonly settings: { readonly smtp: object; readonly sms: object; readonly oidc: object };
  /** The next mail with a code to `address`. */
  mailedCode(address: string): Promise<ReceivedMail & { readonly code: string }>;
  /** The next text message with a code to `number`, as it was handed to the gateway. */
  textedCode(number: string): Promise<Posted & { readonly code: string }>;
  /** The next mail without a code to `address`. */
  mailedNotice(address: string): Promise<ReceivedMail>;
  /** The next text message without a code to `number`. */
  textedNotice(number: string): Promise<Posted>;
  /** Kills the product, and starts it again on the same data. */
  killAndRestart(environment?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends everything. */
  close(): Promise<void>;
  /** Everything that was told, held against everything that is secret. Ends the product. */
  leaks(): Promise<string[]>;
}

/** An empty database, and how to be rid of it. */
async function newDatabase(
  kind: (typeof databases)[number],
): Promise<{ env: Record<string, string>; drop(): Promise<void> }> {
  if (kind === 'embedded' || !cluster) return { env: {}, drop: async () => {} };
  const name = `e2e_${random()}`;
  const run = async (command: string) => {
    const client = new pg.Client({ connectionString: cluster });
    await client.connect();
    await client.query(command);
    await client.end();
  };
  await run(`CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return { env: { DATABASE_URL: url.href }, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/**
 * Starts all of it, and connects it as an operator does, through the Management API.
 * @param more settings of the product; without any it is in development mode
 */
export async function install(
  kind: (typeof databases)[number],
  more: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const witness = createWitness();
  const redirectUri = 'http://127.0.0.1:1/callback';
  const alice: ProviderPerson = {
    sub: 'alice-at-the-provider',
    name: 'alice',
    password: witness.secret('password at the provider', random()),
    claims: { name: 'Alice of the Provider', email: 'alice@provider.example', email_verified: true },
  };
  const bob: ProviderPerson = {
    sub: 'bob-at-the-provider',
    name: 'bob',
    password: witness.secret('password at the provider', random()),
    claims: { name: 'Bob of the Provider', email: 'bob@provider.example', email_verified: true },
  };
  const [mail, provider, gateway, hooks] = await Promise.all([
    startMailServer('mailer', witness.secret('SMTP password', random())),
    startProvider(
      {
        clientId: 'freehold',
        clientSecret: witness.secret('client secret of the provider', random()),
        redirectUri,
        people: [alice, bob],
      },
      witness.secret,
    ),
    openReceiver('text message'),
    openReceiver('webhook'),
  ]);
  const database = await newDatabase(kind);
  const environment = { ...database.env, LOG_LEVEL: 'debug', ...more };
  const folder = await newDataFolder();
  let server = await startServer(folder, environment);
  const outputs: string[] = [];
  const { url } = server;
  witness.secret('secret of the management application', managementApp.secret);

  let token: string | undefined;
  async function managementToken(): Promise<string> {
    const response = await fetch(`${url}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${managementApp.id}:${managementApp.secret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        resource: 'https://default.logto.app/api',
        scope: 'all',
      }),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    return witness.secret('management token', access_token);
  }
  async function manage(method: string, path: string, body?: unknown): Promise<Answer> {
    token ??= await managementToken();
    const begin = performance.now();
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    witness.told(`answer to ${method} ${path}`, path.startsWith('/api/hooks') ? withoutKeys(text) : text);
    const milliseconds = performance.now() - begin;
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text), milliseconds };
  }
  async function made(path: string, body: object): Promise<Json> {
    const answer = await manage('POST', path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  const settings = {
    smtp: {
      host: '127.0.0.1',
      port: mail.port,
      auth: { user: mail.user, pass: mail.password },
      fromEmail: 'Acme <no-reply@acme.example>',
      requireTLS: true,
      tls: { rejectUnauthorized: false },
      templates: ['UserPermissionValidation', 'BindNewIdentifier'].map(usageType => ({
        usageType,
        contentType: 'text/html',
        subject: `${usageType} for {{application.name}}`,
        content: '<p>Hello {{user.name}}, your code is <b>{{code}}</b>.</p>',
      })),
    },
    sms: {
      endpoint: gateway.url,
      authorization: `Bearer ${witness.secret('secret of the gateway', random())}`,
      signingKey: witness.secret('signing key of the gateway', random()),
    },
    oidc: { issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret },
  };
  const connectProvider = async (target: string): Promise<string> => {
    const body = { connectorId: 'oidc', config: settings.oidc, metadata: { target, name: { en: 'Provider' } } };
    return (await made('/api/connectors', body)).id;
  };
  const email = await made('/api/connectors', { connectorId: 'simple-mail-transfer-protocol', config: settings.smtp });
  const sms = await made('/api/connectors', { connectorId: 'http-sms', config: settings.sms });
  const social = await connectProvider('acme-id');
  const hook = await made('/api/hooks', {
    name: 'everything',
    events: [
      'PostRegister',
      'PostSignIn',
      'PostResetPassword',
      'User.Created',
      'User.Deleted',
      'User.Data.Updated',
      'User.SuspensionStatus.Updated',
      'Identifier.Lockout',
      'Message.RateLimited',
    ],
    config: { url: hooks.url },
  });
  witness.secret('signing key of the webhook', hook.signingKey);
  const application = await made('/api/applications', {
    name: 'Acme Profile',
    type: 'SPA',
    oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [] },
  });

  const accounts = createAccounts({ url, redirectUri, clientId: application.id, witness });

  return {
    url,
    get server() {
      return server;
    },
    mail,
    gateway,
    hooks,
    provider,
    people: { alice, bob },
    witness,
    redirectUri,
    connectors: { email: email.id, sms: sms.id, social },
    hook: { id: hook.id, signingKey: hook.signingKey },
    settings,
    manage,
    connectProvider,
    account: async members => {
      const password = witness.secret('password', `${random()}-Qx7`);
      const username = `u_${random()}`;
      const user = await made('/api/users', { username, password, ...members });
      return accounts.signIn({ id: user.id, username, password });
    },
    mailedCode: async address => {
      const found = await mail.mails.take(`a code to ${address}`, one => isTo(one, address) && hasCode(one.text));
      return { ...found, code: witness.secret(`mailed code (${found.subject})`, codeIn(found.text)) };
    },
    textedCode: async number => {
      const isCode = ({ body }: Posted) => body.to === number && body.payload.code !== undefined;
      const found = await gateway.posts.take(`a code to ${number}`, isCode);
      return { ...found, code: witness.secret('texted code', String(found.body.payload.code)) };
    },
    mailedNotice: address =>
      mail.mails.take(`a notice to ${address}`, one => isTo(one, address) && !hasCode(one.text), 120_000),
    textedNotice: number => {
      const isNotice = ({ body }: Posted) => body.to === number && body.payload.code === undefined;
      return gateway.posts.take(`a notice to ${number}`, isNotice, 120_000);
    },
    killAndRestart: async (changed = {}) => {
      outputs.push((await server.end('SIGKILL')).output);
      server = await startServer(folder, { ...environment, ...changed, PORT: new URL(url).port });
    },
    close: async () => {
      await Promise.all([server.end('SIGKILL'), mail.kill(), provider.kill(), gateway.down(), hooks.down()]);
      await Promise.all([database.drop(), rm(folder, { recursive: true, force: true })]);
    },
    leaks: async () => {
      for (const path of [
        `/api/hooks/${hook.id}/recent-logs?page_size=100`,
        '/api/logs?page_size=100',
        '/api/connectors',
      ]) {
        const { status } = await manage('GET', path);
        if (status !== 200) throw new Error(`GET ${path}: ${status}`);
      }
      outputs.push((await server.end('SIGTERM')).output);
      for (const { text } of [...mail.mails.all, ...mail.refused]) {
        if (hasCode(text)) witness.secret('mailed code', codeIn(text));
      }
      for (const { body } of gateway.posts.all) {
        if (body.payload.code !== undefined) witness.secret('texted code', body.payload.code);
      }
      // The first start shows the secrets of the first start, in development, once.
      for (const output of outputs) witness.told('the log', output.replaceAll(managementApp.secret, ''));
      for (const { raw, headers } of hooks.posts.all) {
        witness.told('a webhook', raw);
        witness.told('headers of a webhook', JSON.stringify(headers));
      }
      for (const { text, html } of mail.mails.all) if (!hasCode(text)) witness.told('a notice', text + html);
      return witness.leaks();
    },
  };
}

/** The name of a host is written in any case. */
const isTo = ({ to }: ReceivedMail, address: string): boolean =>
  to.some(one => one.toLowerCase() === address.toLowerCase());

const hasCode = (text: string): boolean => /(?<!\d)\d{6}(?!\d)/.test(text);

/** The signing key is the operator's to read where webhooks are set up. */
const withoutKeys = (text: string): string => text.replaceAll(/"signingKey":"[^"]*"/g, '');
