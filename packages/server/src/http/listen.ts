import { createServer } from 'node:http';
import { type HttpServer, timeouts } from './server.ts';

/** Where to listen. */
export interface Place {
  /** An address, `::` for all of them, or `localhost`. */
  readonly host: string;
  readonly port: number;
}

/**
 * Starts to serve. On `localhost` both addresses that this name has are served, whatever the machine makes of it:
 * clients take one or the other. The framework does so only for servers that it makes.
 * @throws the error of the address that is taken; nothing is served then
 */
export async function listen(server: HttpServer, { host, port }: Place): Promise<void> {
  if (host !== 'localhost') {
    await server.listen({ host, port });
    return;
  }
  const second = createServer(timeouts, (request, response) => server.server.emit('request', request, response));
  // Closed with the first: takes no new connections, lets requests under way finish.
  server.addHook('preClose', () => new Promise<void>(resolve => second.close(() => resolve())));
  await server.listen({ host: '127.0.0.1', port });
  const first = server.server.address();
  const bound = typeof first === 'object' && first !== null ? first.port : port;
  try {
    await new Promise<void>((resolve, reject) => {
      second.once('error', reject).listen({ host: '::1', port: bound }, resolve);
    });
  } catch (error) {
    // A machine without IPv6 has only the one.
    if (isAbsent(error)) return;
    await server.close();
    throw error;
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(error.code));
