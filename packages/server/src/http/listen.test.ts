/** Where the server can be reached, and until when. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { listen } from './listen.ts';

const hasIpv6 = Object.values(networkInterfaces()).some(all => all?.some(({ address }) => address === '::1'));

let app: TestApp | undefined;
afterEach(() => app?.server.close());

async function open(host: string): Promise<number> {
  app = await createTestApp();
  await listen(app.server, { host, port: 0 });
  return (app.server.server.address() as AddressInfo).port;
}
// The host is unknown to the tenants of a test: 404 below /oidc is an answer of ours, a refused connection is none.
const reaches = (address: string, path = '/api/status') =>
  fetch(`http://${address}${path}`).then(
    ({ status }) => status === 204 || status === 404,
    () => false,
  );

describe.runIf(hasIpv6)('on localhost', () => {
  test('it is reached by both addresses that the name has, also where the protocol engine answers', async () => {
    const port = await open('localhost');
    for (const host of ['127.0.0.1', '[::1]']) {
      expect([host, await reaches(`${host}:${port}`)]).toEqual([host, true]);
      expect([host, await reaches(`${host}:${port}`, '/oidc/jwks')]).toEqual([host, true]);
    }
  });

  test('closing frees both', async () => {
    const port = await open('localhost');
    await app?.server.close();
    for (const host of ['127.0.0.1', '[::1]']) await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow();
  });

  test('a stranger on one of them is told at the start: browsers would find now the one, now the other', async () => {
    const stranger = createServer().listen(0, '::1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    app = await createTestApp();
    await expect(listen(app.server, { host: 'localhost', port })).rejects.toThrow('EADDRINUSE');
    expect(await reaches(`127.0.0.1:${port}`)).toBe(false);
    await new Promise(resolve => stranger.close(resolve));
  });
});

test('on one address it is reached by that one', async () => {
  const port = await open('127.0.0.1');
  expect([await reaches(`127.0.0.1:${port}`), await reaches(`[::1]:${port}`)]).toEqual([true, false]);
});
