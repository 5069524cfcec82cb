/** An application that people sign in to, written with the field's library, and its calls in their name. */
import { randomBytes } from 'node:crypto';
import * as oauth from 'oauth4webapi';
import { createBrowser } from './outside/browser-without-window.ts';
import { fill, type PublishedName } from './published-requests.ts';
import type { Witness } from './witness.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
export type Json = any;

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  /** Until the answer was there. */
  readonly milliseconds: number;
}

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

/** Somebody who is signed in, and the application's access token. */
export interface Account extends Person {
  readonly token: string;
  /** Sends a published request; `proof` is the value of `logto-verification-id`. */
  ask(name: PublishedName, values?: readonly string[], proof?: string): Promise<Called>;
  /** Sends any other request. */
  call(method: string, path: string, body?: string | object, proof?: string): Promise<Called>;
  /** The same person on another device. */
  elsewhere(userAgent?: string): Promise<Account>;
}

interface Application {
  readonly url: string;
  readonly redirectUri: string;
  readonly clientId: string;
  readonly witness: Witness;
}

/** Scopes that the published requests need. */
const scope = 'openid profile email phone identities';

export function createAccounts({ url, redirectUri, clientId, witness }: Application) {
  const client: oauth.Client = { client_id: clientId };
  const insecure = { [oauth.allowInsecureRequests]: true } as const;

  async function getToken(person: Person, userAgent?: string): Promise<string> {
    const issuer = new URL(`${url}/oidc`);
    const discovered = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oidc' });
    const server = await oauth.processDiscoveryResponse(issuer, discovered);
    const verifier = witness.secret('code verifier', oauth.generateRandomCodeVerifier());
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const address = new URL(String(server.authorization_endpoint));
    address.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope,
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const callback = new URL(await walkThrough(address.href, person, userAgent));
    const parameters = oauth.validateAuthResponse(server, client, callback, state);
    witness.secret('authorization code', String(callback.searchParams.get('code')));
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUri,
      verifier,
      insecure,
    );
    const checks = { expectedNonce: nonce, requireIdToken: true };
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, checks);
    witness.secret('ID token', String(tokens.id_token));
    return witness.secret('access token', tokens.access_token);
  }

  /** Through the product's sign-in by its Experience API, as its pages do; returns the callback. */
  async function walkThrough(address: string, person: Person, userAgent?: string): Promise<string> {
    const browser = createBrowser(url, userAgent);
    const post = async (method: string, path: string, body: object, expected: number): Promise<Json> => {
      const { status, text } = await browser.send(method, `/api/experience${path}`, body);
      if (status !== expected) throw new Error(`${method} ${path}: ${status} ${text}`);
      return text && JSON.parse(text);
    };
    await browser.send('GET', address);
    await post('PUT', '', { interactionEvent: 'SignIn' }, 204);
    const identifier = { type: 'username', value: person.username };
    const { password } = person;
    const { verificationId } = await post('POST', '/verification/password', { identifier, password }, 200);
    await post('POST', '/identification', { verificationId }, 204);
    let next: string | undefined = (await post('POST', '/submit', {}, 200)).redirectTo;
    for (let steps = 0; steps < 6 && next !== undefined && !next.startsWith(redirectUri); steps++) {
      next = (await browser.send('GET', next)).location;
    }
    if (next === undefined) throw new Error('the sign-in leads nowhere');
    return next;
  }

  async function signIn(person: Person, userAgent?: string): Promise<Account> {
    const token = await getToken(person, userAgent);
    const call: Account['call'] = async (method, path, body, proof) => {
      const begin = performance.now();
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(proof !== undefined && { 'logto-verification-id': proof }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const milliseconds = performance.now() - begin;
      if (response.status >= 400) witness.told(`${response.status} of ${method} ${path}`, text);
      return { status: response.status, headers: response.headers, body: text && JSON.parse(text), milliseconds };
    };
    return {
      ...person,
      token,
      call,
      ask: (name, values = [], proof) => {
        const { method, path, body } = fill(name, values);
        return call(method, path, body, proof);
      },
      elsewhere: (agent = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/${randomBytes(2).readUInt16BE()}`) =>
        signIn(person, agent),
    };
  }
  return { signIn };
}
