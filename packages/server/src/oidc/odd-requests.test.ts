/** Requests that are rare but allowed, and those that are neither: forms in place of links, NULs, bodies too large. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerOf,
  authorization,
  createOidcWorld,
  type OidcWorld,
  type TestApplication,
} from '../testing/oidc-world.ts';

let world: OidcWorld;
let web: TestApplication;
const afterwards = 'http://localhost:3000';
beforeAll(async () => {
  world = await createOidcWorld();
  web = await world.createApplication('Traditional', { postLogout: [afterwards] });
});
afterAll(() => world.close());

describe('a form in place of a link', () => {
  test('begins a sign-in as the link would', async () => {
    const user = await world.createUser();
    const browser = world.browser();
    const { query, verifier } = authorization(web);
    const posted = await browser.post('/oidc/auth', Object.fromEntries(query));
    const location = new URL(posted.headers.get('location') ?? '');
    expect([posted.status, location.origin + location.pathname]).toEqual([303, `${world.tenant.issuer}/auth`]);
    const code = (await browser.authorize(location.searchParams, user)).searchParams.get('code') ?? '';
    expect((await world.exchange(web, code, verifier)).status).toBe(200);
  });

  test('keeps every API that it names', async () => {
    const response = await fetch(`${world.base}/oidc/auth`, {
      method: 'POST',
      redirect: 'manual',
      body: authorization(web, { resource: ['https://a.test', 'https://b.test,https://c.test', ''] }).query,
    });
    expect(new URL(response.headers.get('location') ?? '').searchParams.getAll('resource')).toEqual([
      'https://a.test',
      'https://b.test',
      'https://c.test',
    ]);
  });

  test('begins a sign-out as the link would', async () => {
    const form = { client_id: web.id, post_logout_redirect_uri: afterwards };
    const posted = await world.browser().post('/oidc/session/end', form);
    expect([posted.status, posted.headers.get('location')]).toEqual([
      303,
      `${world.tenant.issuer}/session/end?${new URLSearchParams(form)}`,
    ]);
  });

  test('leads nowhere but to our own endpoint, and must fit into an address', async () => {
    const browser = world.browser();
    const doubled = await browser.post('/oidc/auth//evil.test', { client_id: web.id });
    expect([doubled.status, doubled.headers.get('location')]).toEqual([404, null]);
    const long = await browser.post('/oidc/auth', { client_id: web.id, state: 'x'.repeat(9000) });
    expect([long.status, (await long.json()).error]).toEqual([400, 'invalid_request']);
    const text = await fetch(`${world.base}/oidc/auth`, { method: 'POST', body: 'client_id=x' });
    expect([text.status, (await answerOf(text)).body.error]).toEqual([400, 'invalid_request']);
  });
});

describe('a NUL', () => {
  const nul = 'a\0b';

  test.each(['state', 'login_hint', 'ui_locales', 'organization_id', 'client_id', 'scope', 'foo\0'])(
    'in %j of an authorization request is a bad request',
    async name => {
      const browser = world.browser();
      const answer = await browser.get(`/oidc/auth?${authorization(web, { [name]: nul }).query}`);
      expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_request']);
      expect(browser.cookies.size).toBe(0);
    },
  );

  test.each(['/oidc/token', '/oidc/token/revocation', '/oidc/token/introspection'])(
    'in a client’s id at %s is no accident',
    async path => {
      const answer = await world.form(path, {
        client_id: nul,
        client_secret: 'x',
        token: 'x',
        grant_type: 'refresh_token',
      });
      expect([400, 401]).toContain(answer.status);
      const basic = `Basic ${Buffer.from('a%00b:x').toString('base64')}`;
      expect([400, 401]).toContain((await world.form(path, { token: 'x' }, { authorization: basic })).status);
    },
  );
});

describe('a body that is too large', () => {
  test('is refused, and does not hold up the next request of the connection', async () => {
    const { hostname, port } = new URL(world.base);
    const head = `Host: ${hostname}:${port}\r\n`;
    const body = `client_id=${'x'.repeat(2_000_000)}`;
    const statuses = await new Promise<(string | undefined)[]>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      const found = () => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
      socket.on('data', chunk => {
        text += chunk.toString('latin1');
        if (found().length === 2) socket.destroy();
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(found()));
      socket.write(
        `POST /oidc/token HTTP/1.1\r\n${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      socket.write(`GET /oidc/jwks HTTP/1.1\r\n${head}\r\n`);
    });
    expect(statuses).toEqual(['400', '200']);
  });
});
