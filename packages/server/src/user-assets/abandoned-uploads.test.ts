/** Uploads that take long, and that their senders give up: what one person takes of the server, and that it comes back. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken } from '../testing/create-test-app.ts';
import { images } from '../testing/images.ts';

const path = '/api/my-account/user-assets/avatar';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
  await app.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.server.close());

const somebody = async () => app.signIn(await app.createUser());

/** Begins an upload and says no more. */
async function beginUpload(token: TestToken): Promise<Socket> {
  const address = app.server.server.address();
  const socket = connect({
    port: typeof address === 'object' && address !== null ? address.port : 0,
    host: '127.0.0.1',
  });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.on('error', () => {});
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${app.tenant.id}.test\r\nauthorization: Bearer ${token.token}\r\n` +
      'content-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n' +
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
  );
  return socket;
}

/** What came back on a connection so far. */
function answerOn(socket: Socket): () => string {
  let answer = '';
  socket.setEncoding('utf8').on('data', text => {
    answer += text;
  });
  return () => answer;
}

/** Uploads a whole picture; the status, unless there is none for so long. */
async function upload(token: TestToken): Promise<number | string> {
  const body = Buffer.concat([
    Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
    images['image/png'] ?? Buffer.alloc(0),
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const sent = app.account(token, 'POST', path, { body, headers }).then(({ status }) => status);
  return Promise.race([sent, sleep(5000, 'no answer')]);
}

test('who gives up while waiting for a place keeps none', { timeout: 20_000 }, async () => {
  const people = await Promise.all(Array.from({ length: 4 }, somebody));
  // As many as are read at once, and as many that wait behind them.
  const reading = await Promise.all(people.map(beginUpload));
  await sleep(300);
  const waiting = await Promise.all(people.map(beginUpload));
  await sleep(300);
  for (const socket of waiting) socket.destroy();
  await sleep(300);
  for (const socket of reading) socket.destroy();
  await sleep(300);
  for (const person of people) expect(await upload(person)).toBe(200);
});

test('whoever sends slowly has two places, and keeps nobody else from theirs', { timeout: 20_000 }, async () => {
  const slowly = await app.createUser();
  const [slow, other] = [await app.signIn(slowly), await somebody()];
  const all = await Promise.all(Array.from({ length: 6 }, () => beginUpload(slow)));
  const answers = all.map(answerOn);
  const refused = () => answers.filter(answer => answer().startsWith('HTTP/1.1 503 ')).length;
  await expect.poll(refused, { timeout: 5000 }).toBe(4);
  expect(answers.filter(answer => answer() === '')).toHaveLength(2);
  const [refusal = ''] = answers.map(answer => answer()).filter(answer => answer !== '');
  expect(refusal).toMatch(/\r\nretry-after: [1-9]\d*\r\n/i);
  expect(refusal).toContain('"server.busy"');
  expect(await upload(slow)).toBe(503);
  expect(await upload(await app.signIn(slowly))).toBe(503);
  expect(await upload(other)).toBe(200);
  for (const socket of all) socket.destroy();
  await expect.poll(() => upload(slow), { timeout: 5000 }).toBe(200);
});
