/** Somebody else's HTTP service on the loopback address, which answers as a test says. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutbound, type Outbound } from '../lib/index.ts';

/** A request as it came. */
export interface FakeRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpFake {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** What came, oldest first. */
  readonly requests: readonly FakeRequest[];
  close(): Promise<void>;
}

/** Opens a service; close it after the test. */
export async function openHttpFake(
  answer: (request: FakeRequest, response: ServerResponse) => void = (_, response) => void response.end('{}'),
): Promise<HttpFake> {
  const requests: FakeRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', chunk => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      requests.push(request);
      answer(request, response);
    });
  });
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise(resolve => void server.close(() => resolve()));
    },
  };
}

/** The way out, with `fake` in the place of a provider's origin: what is asked is the provider's real address. */
export function outboundTo(fake: HttpFake, origin: string, options: { readonly deadline?: number } = {}): Outbound {
  const outbound = createOutbound({ loopback: true, ...options });
  return {
    fetch: (url, request) => {
      const { origin: asked, pathname, search } = new URL(url);
      if (asked !== origin) throw new Error(`${asked} is asked, not ${origin}`);
      return outbound.fetch(`${fake.origin}${pathname}${search}`, request);
    },
    close: () => outbound.close(),
  };
}
