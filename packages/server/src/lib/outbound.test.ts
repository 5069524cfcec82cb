import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOutbound, isAllowEntry } from './outbound.ts';

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const answers: Record<string, () => void> = {
      '/hang': () => {},
      '/drip': () => response.write('a'),
      '/redirect': () => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
      '/large': () => response.end('x'.repeat(5000)),
      '/empty': () => response.writeHead(204).end(),
    };
    const echo = async () => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.end(JSON.stringify({ method: request.method, body }));
    };
    (answers[request.url ?? ''] ?? echo)();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

// A busy machine must not look like a server that hangs: only who waits for one is impatient.
const near = createOutbound({ loopback: true, maxBytes: 4000 });
const impatient = createOutbound({ loopback: true, deadline: 300 });
const far = createOutbound({ loopback: false });
afterAll(() => Promise.all([near, impatient, far].map(outbound => outbound.close())));

describe('what may be asked', () => {
  test('an answer comes whole', async () => {
    const response = await near.fetch(`${base}/`, { method: 'POST', body: 'hello' });
    expect([response.status, await response.json()]).toEqual([200, { method: 'POST', body: 'hello' }]);
    expect((await near.fetch(`${base}/empty`)).status).toBe(204);
  });

  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:0a00:0001::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'nowhere',
    '',
  ])('%s is refused', async url => {
    await expect(far.fetch(url)).rejects.toMatchObject({ name: 'OutboundError', reason: 'refused' });
  });

  test('a private address is refused where loopback is open, unless it is listed', async () => {
    await expect(near.fetch('http://10.1.2.3/')).rejects.toMatchObject({ reason: 'refused' });
    const listed = createOutbound({ loopback: false, allow: ['127.0.0.0/8'] });
    expect((await listed.fetch(`${base}/`)).status).toBe(200);
    const named = createOutbound({ loopback: false, allow: ['localhost'] });
    expect((await named.fetch(base.replace('127.0.0.1', 'localhost'))).status).toBe(200);
    await expect(named.fetch(`${base}/`)).rejects.toMatchObject({ reason: 'refused' });
    await Promise.all([listed.close(), named.close()]);
  });
});

describe('what may be allowed although it is private', () => {
  test.each(['gateway', 'sms.internal', '10.1.2.3', 'fd00::1', '10.0.0.0/8', 'fd00::/8'])('%s', entry => {
    expect(isAllowEntry(entry)).toBe(true);
  });

  test.each(['', '10.0.0.0/33', '10.0.0.0/', 'http://gateway', 'gateway:8080', '*.internal', 'a b', 'a/b'])(
    'not %s',
    entry => {
      expect(isAllowEntry(entry)).toBe(false);
    },
  );
});

describe('what goes wrong', () => {
  test.each([
    ['/hang', 'timeout'],
    ['/drip', 'timeout'],
    ['/redirect', 'redirected'],
    ['/large', 'too-large'],
  ])('%s', async (path, reason) => {
    const asking = reason === 'timeout' ? impatient : near;
    await expect(asking.fetch(`${base}${path}`)).rejects.toMatchObject({ reason });
  });

  test('a refused connection', async () => {
    await expect(near.fetch('http://127.0.0.1:1/')).rejects.toMatchObject({ reason: 'failed' });
  });
});
