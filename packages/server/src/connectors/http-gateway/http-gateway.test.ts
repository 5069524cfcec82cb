import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createOutbound, type Outbound } from '../../lib/index.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { type FakeRequest, type HttpFake, openHttpFake } from '../../testing/http-fake.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function gateway(answer?: (request: FakeRequest, response: ServerResponse) => void): Promise<HttpFake> {
  const fake = await openHttpFake(answer);
  closing.push(() => fake.close());
  return fake;
}

async function appWith(options: Parameters<typeof createOutbound>[0] = { loopback: true }) {
  const outbound: Outbound = createOutbound(options);
  closing.push(() => outbound.close());
  const app = await createTestApp({ parts: { outbound } });
  return {
    app,
    sms: (config: object) =>
      app.management('POST', '/api/connectors/http-sms/test', { phone: '886912345678', config, locale: 'fr' }),
    mail: (config: object) =>
      app.management('POST', '/api/connectors/http-email/test', { email: 'ada@example.com', config, locale: 'fr' }),
  };
}

const authorization = 'Bearer key-of-the-gateway';
const signingKey = 'signing-key-of-the-gateway';

describe('a message', () => {
  test('to a phone is one POST of JSON, with what it is about and our words', async () => {
    const fake = await gateway();
    const { app, sms } = await appWith();
    expect(await sms({ endpoint: `${fake.origin}/sms?to=all`, authorization })).toMatchObject({ status: 204 });
    expect(fake.requests).toHaveLength(1);
    const [{ method, path, headers, body }] = fake.requests as [FakeRequest];
    expect([method, path, headers.authorization]).toEqual(['POST', '/sms?to=all', authorization]);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers).not.toHaveProperty('webhook-signature');
    expect(JSON.parse(body)).toEqual({
      to: '886912345678',
      type: 'Generic',
      payload: { code: '000000', locale: 'fr' },
      ip: '127.0.0.1',
      text: expect.stringContaining('000000'),
    });
    expect(await app.events()).toEqual([]);
  });

  test('by mail brings subject, HTML and text', async () => {
    const fake = await gateway();
    const { mail } = await appWith();
    expect(await mail({ endpoint: fake.origin })).toMatchObject({ status: 204 });
    expect(fake.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(JSON.parse(fake.requests[0]?.body ?? '')).toEqual({
      to: 'ada@example.com',
      type: 'Generic',
      payload: { code: '000000', locale: 'fr' },
      ip: '127.0.0.1',
      subject: expect.stringMatching(/\S/),
      html: expect.stringContaining('000000'),
      text: expect.stringContaining('000000'),
    });
  });

  test.each([
    ['text', signingKey, Buffer.from(signingKey)],
    [
      'base64',
      `whsec_${Buffer.from('thirty bytes that are a secret').toString('base64')}`,
      Buffer.from('thirty bytes that are a secret'),
    ],
  ])('is signed with a key in %s, so that the gateway can tell ours from others’', async (_, key, secret) => {
    const fake = await gateway();
    const { sms } = await appWith();
    await sms({ endpoint: fake.origin, signingKey: key });
    await sms({ endpoint: fake.origin, signingKey: key });
    const ids = fake.requests.map(({ headers, body }) => {
      const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
      const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
      expect(signature).toBe(`v1,${mac}`);
      return id;
    });
    expect(new Set(ids).size).toBe(2);
  });

  test('is taken for sent with any 2xx, whatever else the answer holds', async () => {
    const fake = await gateway((_, response) => void response.writeHead(202).end('<html>thank you</html>'));
    const { sms } = await appWith();
    expect(await sms({ endpoint: fake.origin })).toMatchObject({ status: 204 });
  });
});

describe('a gateway that is not well', () => {
  const lies = `<html>no: ${authorization} ${signingKey} 000000 </html>\r\n{"forged":"line"}`;

  test.each([
    [500, 'connector.general', 400],
    [401, 'connector.general', 400],
    [422, 'connector.general', 400],
    [429, 'connector.rate_limit_exceeded', 429],
  ])('answers %d: %s, with its words in the log and no secret anywhere', async (status, code, answered) => {
    const fake = await gateway((_, response) => void response.writeHead(status).end(lies));
    const { app, sms } = await appWith();
    const answer = await sms({ endpoint: fake.origin, authorization, signingKey });
    expect(answer).toMatchObject({ status: answered, body: { code, data: { connectorId: 'http-sms' } } });
    expect(JSON.stringify(answer.body)).not.toContain('forged');
    expect(app.logged).toContainEqual(
      expect.objectContaining({
        reason: `the provider answers ${status}: <html>no: [hidden] [hidden] [hidden] </html> {"forged":"line"}`,
      }),
    );
    const said = JSON.stringify([answer.body, app.logged]);
    for (const secret of ['key-of-the-gateway', signingKey]) expect(said).not.toContain(secret);
    expect(fake.requests).toHaveLength(1);
  });

  test('never answers: the time is up, for the caller too', async () => {
    const fake = await gateway(() => {});
    const { app, sms } = await appWith({ loopback: true, deadline: 200 });
    expect(await sms({ endpoint: fake.origin })).toMatchObject({ status: 400, body: { code: 'connector.general' } });
    expect(app.logged).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining('gave no answer in time') }),
    );
  });

  test('sends 10 MB: it is not read to the end', async () => {
    let sent = 0;
    const fake = await gateway((_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const more = () => {
        while (sent < 10 * 1024 * 1024) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      response.on('error', () => {});
      more();
    });
    const { sms } = await appWith();
    expect(await sms({ endpoint: fake.origin })).toMatchObject({
      status: 400,
      body: { code: 'connector.invalid_response' },
    });
  });

  test('redirects: nobody is sent elsewhere, least of all with the key', async () => {
    const elsewhere = await gateway();
    const fake = await gateway((_, response) => void response.writeHead(307, { location: elsewhere.origin }).end());
    const { sms } = await appWith();
    expect(await sms({ endpoint: fake.origin, authorization })).toMatchObject({
      status: 400,
      body: { code: 'connector.general' },
    });
    expect(elsewhere.requests).toEqual([]);
  });

  test('is down', async () => {
    const fake = await openHttpFake();
    await fake.close();
    const { app, sms } = await appWith();
    expect(await sms({ endpoint: fake.origin })).toMatchObject({ status: 400, body: { code: 'connector.general' } });
    expect(app.logged).toContainEqual(expect.objectContaining({ reason: expect.stringContaining('ECONNREFUSED') }));
  });
});

describe('a gateway in a private network', () => {
  test('is not asked in production, unless the operator allows it', async () => {
    const fake = await gateway();
    const strict = await appWith({ loopback: false });
    expect(await strict.sms({ endpoint: fake.origin })).toMatchObject({
      status: 400,
      body: { code: 'connector.general' },
    });
    expect(strict.app.logged).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining('is in a private network') }),
    );
    expect(fake.requests).toEqual([]);
    const allowing = await appWith({ loopback: false, allow: ['127.0.0.0/8'] });
    expect(await allowing.sms({ endpoint: fake.origin })).toMatchObject({ status: 204 });
    expect(fake.requests).toHaveLength(1);
  });
});
