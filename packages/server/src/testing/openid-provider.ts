/** A real OpenID provider on loopback, with people who sign in as soon as they are asked to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface OpenidProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** Claims of the people there, by subject. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
  /** How often a refresh token was taken so far. Each is taken once: a second use ends all of its family. */
  readonly renewals: () => number;
  /** Walks a browser from the authorization address to the callback; returns the callback's query. */
  visit(authorizationUri: string, subject: string): Promise<Record<string, string>>;
  close(): void;
}

/** Starts a provider with one client, whose callback is `redirectUri`. It demands PKCE. */
export async function startOpenidProvider(redirectUri: string): Promise<OpenidProvider> {
  let serve: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => serve(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'freehold', clientSecret: 'a secret that only both of us know' };
  const people = new Map<string, Readonly<Record<string, unknown>>>();

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'picture'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ ...people.get(sub), sub }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key for cookies that nobody else sees'] },
    ttl: {
      Session: 60,
      Grant: 60,
      Interaction: 60,
      AccessToken: 60,
      IdToken: 60,
      AuthorizationCode: 60,
      RefreshToken: 60,
    },
  });
  let renewals = 0;
  provider.on('grant.success', ({ oidc }) => {
    if (oidc.params?.['grant_type'] === 'refresh_token') renewals += 1;
  });
  const callback = provider.callback();

  /** Whoever the request says is signed in and agrees to everything. */
  async function agree(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    const accountId = String(request.headers['x-subject']);
    const grant = new provider.Grant({ accountId, clientId: client.clientId });
    grant.addOIDCScope(String(params['scope']));
    const grantId = await grant.save();
    await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } });
  }
  serve = (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      agree(request, response).catch(error => response.writeHead(500).end(String(error)));
    } else void callback(request, response);
  };

  return {
    issuer,
    client,
    people,
    renewals: () => renewals,
    visit: async (authorizationUri, subject) => {
      const cookies = new Map<string, string>();
      let location = authorizationUri;
      for (let steps = 0; steps < 10 && !location.startsWith(redirectUri); steps++) {
        const response = await fetch(new URL(location, issuer), {
          redirect: 'manual',
          headers: { 'x-subject': subject, cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
        });
        for (const cookie of response.headers.getSetCookie()) {
          const [pair = ''] = cookie.split(';');
          cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        const next = response.headers.get('location');
        if (next === null) throw new Error(`the provider answers ${response.status}: ${await response.text()}`);
        location = next;
      }
      return Object.fromEntries(new URL(location).searchParams);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
