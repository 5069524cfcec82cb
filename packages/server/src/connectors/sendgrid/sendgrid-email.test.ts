import { afterEach, expect, test } from 'vitest';
import { createTestApp } from '../../testing/create-test-app.ts';
import { openHttpFake, outboundTo } from '../../testing/http-fake.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const config = {
  apiKey: 'SG.key-of-sendgrid',
  fromEmail: 'no-reply@example.com',
  fromName: 'Example',
  templates: [{ usageType: 'Generic', type: 'text/html', subject: 'Code {{code}}', content: '<b>{{code}}</b>' }],
};

async function sendgrid(status: number, answer = '') {
  const fake = await openHttpFake((_, response) => void response.writeHead(status).end(answer));
  const outbound = outboundTo(fake, 'https://api.sendgrid.com');
  closing.push(
    () => fake.close(),
    () => outbound.close(),
  );
  const app = await createTestApp({ parts: { outbound } });
  const send = () =>
    app.management('POST', '/api/connectors/sendgrid-email-service/test', { email: 'ada@example.com', config });
  return { app, fake, send };
}

test('asks SendGrid’s API as it is documented, plain text first', async () => {
  const { fake, send } = await sendgrid(202);
  expect(await send()).toMatchObject({ status: 204 });
  expect(fake.requests).toHaveLength(1);
  const [request] = fake.requests;
  expect(request).toMatchObject({
    method: 'POST',
    path: '/v3/mail/send',
    headers: { authorization: 'Bearer SG.key-of-sendgrid', 'content-type': 'application/json' },
  });
  expect(JSON.parse(request?.body ?? '')).toEqual({
    personalizations: [{ to: [{ email: 'ada@example.com' }] }],
    from: { email: 'no-reply@example.com', name: 'Example' },
    subject: 'Code 000000',
    content: [
      { type: 'text/plain', value: expect.stringContaining('000000') },
      { type: 'text/html', value: expect.stringContaining('<b>000000</b>') },
    ],
    tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
  });
});

test('a refusal is a failure whose reason only the log learns, and not the key', async () => {
  const words = '{"errors":[{"message":"the key SG.key-of-sendgrid is revoked"}]}';
  const { app, send } = await sendgrid(403, words);
  const answer = await send();
  expect(answer).toMatchObject({ status: 400, body: { code: 'connector.general' } });
  expect(app.logged).toContainEqual(expect.objectContaining({ reason: expect.stringContaining('is revoked') }));
  expect(JSON.stringify([answer.body, app.logged])).not.toContain('key-of-sendgrid');
});
