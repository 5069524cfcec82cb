import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withFilePart } from './read-file-part.ts';

const part = { name: 'file', maxBytes: 100 };

function sent(text: string): IncomingMessage {
  // A request of the network is closed later than this one would be.
  const request = new PassThrough({ emitClose: false });
  request.end(`--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${text}\r\n--b--\r\n`);
  return Object.assign(request, {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  }) as unknown as IncomingMessage;
}

test('a file has its place for as long as it is held', async () => {
  const held: string[] = [];
  const letGo: (() => void)[] = [];
  const all = Array.from({ length: 5 }, (_, i) =>
    withFilePart(sent(`file ${i}`), part, `person ${i}`, async ({ bytes }) => {
      held.push(Buffer.from(bytes).toString());
      await new Promise<void>(resolve => letGo.push(resolve));
    }),
  );
  await expect.poll(() => held.length).toBe(4);
  for (let i = 0; i < 10; i++) await turn();
  expect(held).toHaveLength(4);
  letGo.shift()?.();
  await expect.poll(() => held).toHaveLength(5);
  for (const one of letGo) one();
  await Promise.all(all);
});
