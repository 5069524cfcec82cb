import { afterEach, expect, test } from 'vitest';
import { createTestApp } from '../../testing/create-test-app.ts';
import { openHttpFake, outboundTo } from '../../testing/http-fake.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const config = {
  accountSID: 'AC0123456789abcdef0123456789abcdef',
  authToken: 'token-of-twilio'.replaceAll('-', ''),
  fromMessagingServiceSID: 'MG0123456789abcdef0123456789abcdef',
  templates: [{ usageType: 'Generic', content: 'Code: {{code}} & more' }],
};

async function twilio(status: number, answer: object) {
  const fake = await openHttpFake((_, response) => void response.writeHead(status).end(JSON.stringify(answer)));
  const outbound = outboundTo(fake, 'https://api.twilio.com');
  closing.push(
    () => fake.close(),
    () => outbound.close(),
  );
  const app = await createTestApp({ parts: { outbound } });
  const send = (more: object = {}) =>
    app.management('POST', '/api/connectors/twilio-short-message-service/test', {
      phone: '886912345678',
      config: { ...config, ...more },
    });
  return { app, fake, send };
}

test('asks Twilio’s API as it is documented', async () => {
  const { fake, send } = await twilio(201, { sid: 'SM1' });
  expect(await send()).toMatchObject({ status: 204 });
  expect(fake.requests).toHaveLength(1);
  const [request] = fake.requests;
  expect(request).toMatchObject({
    method: 'POST',
    path: `/2010-04-01/Accounts/${config.accountSID}/Messages.json`,
    headers: {
      authorization: `Basic ${Buffer.from(`${config.accountSID}:${config.authToken}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
  });
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    To: '+886912345678',
    MessagingServiceSid: config.fromMessagingServiceSID,
    Body: 'Code: 000000 & more',
  });
});

test('a refusal is a failure whose reason only the log learns, and not the token', async () => {
  const message = `Authenticate ${config.authToken}`;
  const { app, send } = await twilio(401, { code: 20003, message, status: 401 });
  const answer = await send();
  expect(answer).toMatchObject({ status: 400, body: { code: 'connector.general' } });
  expect(app.logged).toContainEqual(expect.objectContaining({ reason: expect.stringContaining('20003') }));
  expect(JSON.stringify([answer.body, app.logged])).not.toContain(config.authToken);
});

test('too many messages are a rate limit', async () => {
  const { send } = await twilio(429, { code: 20429 });
  expect(await send()).toMatchObject({ status: 429, body: { code: 'connector.rate_limit_exceeded' } });
});

test('an account that leads elsewhere is refused', async () => {
  const { fake, send } = await twilio(201, {});
  expect(await send({ accountSID: '../../evil' })).toMatchObject({
    status: 400,
    body: { code: 'connector.invalid_config', data: { issues: [{ path: ['accountSID'] }] } },
  });
  expect(fake.requests).toEqual([]);
});
