/** A server on the loopback address that takes webhooks, well or badly. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

/** What a receiver does with a request; by default it answers 200. */
export type Behaviour = (request: Received, response: ServerResponse) => void;

export interface WebhookReceiver {
  readonly url: string;
  /** What came, oldest first. */
  readonly received: readonly Received[];
  /** What it does from now on. */
  behave(behaviour: Behaviour): void;
  /** Resolves once so many requests have come. */
  came(count: number): Promise<void>;
  close(): Promise<void>;
}

const answerWell: Behaviour = (_, response) => void response.end('thank you');

/** Opens a receiver; close it after the test. */
export async function openReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let behaviour = answerWell;
  const server = createServer((request, response) => {
    read(request).then(raw => {
      const one = { path: request.url ?? '', headers: request.headers, raw, body: JSON.parse(raw) };
      received.push(one);
      for (const { count, resolve } of waiting) if (received.length >= count) resolve();
      behaviour(one, response);
    });
  });
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    behave(next) {
      behaviour = next;
    },
    came: count =>
      received.length >= count ? Promise.resolve() : new Promise(resolve => void waiting.push({ count, resolve })),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
