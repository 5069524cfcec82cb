/** An OpenID provider: people sign in with a password on a page of its own, and it can be told to misbehave. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { answer, tell } from './own-process.ts';
import type { Lie, Misbehaviour, ProviderPerson, ProviderStart } from './provider.ts';

let misbehaviour: Misbehaviour = {};

const published = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const another = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

function signed(header: object, claims: object, key: KeyObject): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** An ID token that is wrong in one way, and signed by the published key unless that is the way. */
function lie(token: string, how: Lie): string {
  const [head, body] = token.split('.');
  const header = decode(head);
  const claims = decode(body);
  const wrong = (changed: object) => signed(header, { ...claims, ...changed }, published.privateKey);
  switch (how) {
    case 'wrong nonce':
      return wrong({ nonce: randomBytes(16).toString('base64url') });
    case 'no nonce':
      return wrong({ nonce: undefined });
    case 'wrong issuer':
      return wrong({ iss: 'https://accounts.example.com' });
    case 'wrong audience':
      return wrong({ aud: 'another-client' });
    case 'expired':
      return wrong({ iat: claims.iat - 7200, exp: claims.exp - 7200 });
    case 'wrong key':
      return signed(header, claims, another.privateKey);
    case 'unsigned':
      return `${encode({ alg: 'none' })}.${body}.`;
    default:
      return how.token;
  }
}

function misbehave(response: ServerResponse, how: Exclude<Misbehaviour[string], undefined>, said: string): void {
  const json = { 'content-type': 'application/json' };
  switch (how) {
    case 'hangs':
      return;
    case 'drips': {
      response.writeHead(200, json);
      const drop = setInterval(() => response.write(' '), 200);
      response.on('close', () => clearInterval(drop));
      return;
    }
    case '500':
      // With everything that it was sent, as a stack trace on a page of errors has it.
      return void response.writeHead(500, json).end(JSON.stringify({ error: 'server_error', error_description: said }));
    case 'HTML':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome</h1>');
    case '10 MB':
      return void response.writeHead(200, json).end(`{"filling":"${'x'.repeat(10 * 1024 * 1024)}"}`);
    case 'redirects':
      return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    default:
      // What is wrong may be in the token alone.
      return void response.writeHead(200, json).end(JSON.stringify('says' in how ? how.says : {}));
  }
}

async function start({ clientId, clientSecret, redirectUri, people }: ProviderStart): Promise<string> {
  let serve: (request: IncomingMessage, response: ServerResponse, said: string) => void = () => {};
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://provider').pathname;
    const how = misbehaviour[path];
    if (how === undefined) return serve(request, response, '');
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const said = `${Buffer.concat(chunks)} ${request.headers.authorization ?? ''}`;
      tell({ said });
      misbehave(response, how, said);
    });
  });
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const person = (sub: string): ProviderPerson | undefined => people.find(one => one.sub === sub);

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...published.privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'picture'] },
    findAccount: (_, sub) => {
      const found = person(sub);
      return found && { accountId: sub, claims: async () => ({ ...found.claims, sub }) };
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 600 },
  });
  provider.use(async (context, next) => {
    await next();
    if (context.path !== '/token') return;
    tell({ tokens: context.body });
    const how = misbehaviour['id_token'];
    if (how === undefined || typeof how === 'string' || !('lie' in how)) return;
    const tokens = context.body as { id_token?: string };
    if (tokens.id_token !== undefined) context.body = { ...tokens, id_token: lie(tokens.id_token, how.lie) };
  });
  const callback = provider.callback();

  async function login(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params, uid } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      const form = `<form method="post" action="/login/${uid}"><input name="name"><input name="password" type="password"></form>`;
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(form);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    if (fields.get('decline') !== null) {
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    const found = people.find(one => one.name === fields.get('name') && one.password === fields.get('password'));
    if (!found) return void response.writeHead(403).end('wrong name or password');
    const grant = new provider.Grant({ accountId: found.sub, clientId });
    grant.addOIDCScope(String(params['scope']));
    const grantId = await grant.save();
    const result = { login: { accountId: found.sub, remember: false }, consent: { grantId } };
    return provider.interactionFinished(request, response, result);
  }
  serve = (request, response) => {
    if (!request.url?.startsWith('/login/')) return void callback(request, response);
    login(request, response).catch(error => response.writeHead(500).end(String(error)));
  };
  return issuer;
}

answer({
  start,
  misbehave: (next: Misbehaviour) => {
    misbehaviour = next;
  },
});
