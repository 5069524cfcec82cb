/** Uploads that their senders give up: what they had taken of the server comes back. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken } from '../testing/create-test-app.ts';
import { images } from '../testing/images.ts';

const path = '/api/my-account/user-assets/avatar';

let app: TestApp;
let token: TestToken;
beforeAll(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
  token = await app.signIn(await app.createUser());
  await app.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.server.close());

/** Begins an upload and says no more. */
async function beginUpload(): Promise<Socket> {
  const address = app.server.server.address();
  const socket = connect({
    port: typeof address === 'object' && address !== null ? address.port : 0,
    host: '127.0.0.1',
  });
  await once(socket, 'connect');
  socket.on('error', () => {});
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${app.tenant.id}.test\r\nauthorization: Bearer ${token.token}\r\n` +
      'content-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n' +
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
  );
  return socket;
}

test('who gives up while waiting for a place keeps none', { timeout: 20_000 }, async () => {
  // As many as are read at once, and as many that wait behind them.
  const reading = await Promise.all(Array.from({ length: 4 }, beginUpload));
  await sleep(300);
  const waiting = await Promise.all(Array.from({ length: 4 }, beginUpload));
  await sleep(300);
  for (const socket of waiting) socket.destroy();
  await sleep(300);
  for (const socket of reading) socket.destroy();
  await sleep(300);

  const body = Buffer.concat([
    Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
    images['image/png'] ?? Buffer.alloc(0),
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const upload = app.account(token, 'POST', path, { body, headers }).then(({ status }) => status);
  expect(await Promise.race([upload, sleep(5000, 'no answer')])).toBe(200);
});
