import { expect, test } from 'vitest';
import type { Message, MessageContext } from './messenger.ts';
import { trackMessages } from './track-messages.ts';

const message: Message = { channel: 'email', to: 'ada@example.com', usage: 'SignIn', code: '000000' };
const context = {} as MessageContext;

/** A messenger whose messages end when the test says so. */
function scene() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const messenger = trackMessages({
    send: () => new Promise<void>((resolve, reject) => void ends.push({ resolve, reject })),
  });
  return { ends, messenger };
}

test('waits for the messages under way, sent or failed, also for one that begins meanwhile', async () => {
  const { ends, messenger } = scene();
  const [one, other] = [messenger.send(context, message), messenger.send(context, message)];
  let isIdle = false;
  const idle = messenger.idle().then(() => {
    isIdle = true;
  });
  ends[0]?.resolve();
  await one;
  expect(isIdle).toBe(false);
  const last = messenger.send(context, message);
  ends[1]?.reject(new Error('refused'));
  await expect(other).rejects.toThrow('refused');
  await new Promise(setImmediate);
  expect(isIdle).toBe(false);
  ends[2]?.resolve();
  await Promise.all([last, idle]);
  expect(isIdle).toBe(true);
});

test('waits for nothing when there is nothing', async () => {
  await scene().messenger.idle();
});
