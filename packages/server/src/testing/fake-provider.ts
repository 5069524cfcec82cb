/** A provider on loopback that does whatever a test says: answers, lies, hangs. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export type FakeAnswer =
  | { readonly status?: number; readonly json: unknown }
  | {
      readonly status?: number;
      readonly type?: string;
      readonly text: string;
      readonly headers?: Record<string, string>;
    }
  | 'hang';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: URLSearchParams;
}

export type FakeRoute = FakeAnswer | ((request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>);

export interface FakeProvider {
  readonly origin: string;
  /** What is answered at a path. */
  readonly routes: Map<string, FakeRoute>;
  /** Every request so far. */
  readonly requests: FakeRequest[];
  /** The public keys, as they are published at a provider. */
  readonly jwks: { readonly keys: readonly unknown[] };
  /** Signs an ID token with the provider's key, or with a stranger's. */
  sign(claims: JWTPayload, options?: { alg?: string; stranger?: boolean; kid?: string }): Promise<string>;
  close(): void;
}

/** Starts a provider. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const routes = new Map<string, FakeRoute>();
  const requests: FakeRequest[] = [];
  const own = await generateKeyPair('RS256', { extractable: true });
  const strange = await generateKeyPair('RS256');
  const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' }] };

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of incoming) text += chunk;
    const path = (incoming.url ?? '').split('?')[0] ?? '';
    const request: FakeRequest = {
      method: incoming.method ?? '',
      path,
      headers: incoming.headers as Record<string, string | undefined>,
      body: new URLSearchParams(text),
    };
    requests.push(request);
    const route = routes.get(path) ?? { status: 404, text: 'not found' };
    const said = typeof route === 'function' ? await route(request) : route;
    if (said === 'hang') return;
    const isJson = 'json' in said;
    response.writeHead(said.status ?? 200, {
      'content-type': isJson ? 'application/json' : (said.type ?? 'text/html'),
      ...(!isJson && said.headers),
    });
    response.end(isJson ? JSON.stringify(said.json) : said.text);
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    routes,
    requests,
    jwks,
    sign: (claims, { alg = 'RS256', stranger = false, kid = 'key-1' } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(stranger ? strange.privateKey : own.privateKey),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
