/** An HTTP server outside: takes webhooks, or text messages to send on, well or badly. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Arrivals, createArrivals } from './arrivals.ts';

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

/** What it does with a request; by default it answers 200. */
export type Answering = (request: Posted, response: ServerResponse) => void;

export interface Receiver {
  readonly url: string;
  readonly posts: Arrivals<Posted>;
  /** What it does from now on; nothing is for answering well. */
  behave(answering?: Answering): void;
  /** Closes its port, and every connection. */
  down(): Promise<void>;
  /** Opens the same port again. */
  up(): Promise<void>;
}

/** Opens a receiver on the loopback address. */
export async function openReceiver(kind: string): Promise<Receiver> {
  const posts = createArrivals<Posted>(kind, ({ raw }) => raw.slice(0, 200));
  const well: Answering = (_, response) => void response.end('thank you');
  let answering = well;
  let server: Server;
  const open = async (port: number) => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const raw = Buffer.concat(chunks).toString('utf8');
      const post: Posted = { headers: request.headers, raw, body: JSON.parse(raw) };
      posts.add(post);
      answering(post, response);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await open(0);
  return {
    url: `http://127.0.0.1:${port}/arrive`,
    posts,
    behave: (next = well) => {
      answering = next;
    },
    down: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
    up: async () => void (await open(port)),
  };
}
