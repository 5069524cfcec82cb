import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ErrorCode, errorSpec, errors, methodsOf, problemsOf, type Route, routeGroups } from '@freehold/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import { createPages } from '../pages/index.ts';

let app: TestApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-reference-'));
  mkdirSync(join(folder, '.vite'));
  mkdirSync(join(folder, 'assets'));
  const entry = (name: string) => ({ file: `assets/${name}.js`, name, isEntry: true, css: [`assets/${name}.css`] });
  const manifest = ['color-scheme', 'dark', 'reference', 'reference-viewer'].map(name => [name, entry(name)]);
  writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(Object.fromEntries(manifest)));
  app = await createTestApp({ parts: { pages: createPages({ webRoot: folder }) } });
});

afterAll(() => rmSync(folder, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}) => app.request('GET', path, { headers });
const operationsOf = (document: { paths: Record<string, Record<string, { operationId: string; tags: string[] }>> }) =>
  Object.values(document.paths).flatMap(item => Object.values(item));

describe('the OpenAPI document', () => {
  test('is there for everybody and names the address of the tenant', async () => {
    const { status, body, headers } = await get('/api/swagger.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(body.openapi).toBe('3.1.1');
    expect(body.servers).toEqual([{ url: app.tenant.endpoint }]);
    expect(body.components.securitySchemes.managementToken.flows.clientCredentials.tokenUrl).toBe(
      `${app.tenant.endpoint}/oidc/token`,
    );
    expect((await get('/api/swagger.json')).body).toEqual(body);
  });

  test('belongs to a tenant', async () => {
    expect((await get('/api/swagger.json', { host: 'nobody.test' })).body).toMatchObject({ code: 'tenant.not_found' });
  });

  test('prints what is mounted, and all of it', () => {
    const declared = routeGroups.flatMap(group => Object.values<Route>(group));
    const missing = declared.flatMap(route =>
      methodsOf(route)
        .filter(method => !app.server.hasRoute({ method, url: route.path }))
        .map(method => `${method} ${route.path}`),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    ['account', 'Account'],
    ['verification', 'Verification'],
    ['management', 'Management'],
    ['sign-in', 'Sign-in'],
  ])('has a part for /docs/%s, whole in itself', async (path, tag) => {
    const whole = operationsOf((await get('/api/swagger.json')).body).filter(({ tags }) => tags.includes(tag));
    const { body } = await get(`/docs/${path}/openapi.json`);
    expect(operationsOf(body).map(o => o.operationId)).toEqual(whole.map(o => o.operationId));
    expect(body.tags.map((each: { name: string }) => each.name)).toEqual([tag]);
    for (const kind of ['schemas', 'responses', 'parameters', 'headers']) {
      const referred = [...JSON.stringify(body).matchAll(new RegExp(`"#/components/${kind}/([^"]+)"`, 'g'))];
      expect(new Set(referred.map(([, name]) => name)), kind).toEqual(new Set(Object.keys(body.components[kind])));
    }
  });
});

describe('the reference pages', () => {
  test('run the viewer from this origin, and nothing from elsewhere or inline', async () => {
    const { status, body, headers } = await get('/docs/account');
    expect(status).toBe(200);
    expect(body).toContain('<script type="module" src="/assets/reference-viewer.js"></script>');
    expect(body).toContain('data-document="/docs/account/openapi.json"');
    expect(body).toContain('<a href="/docs/account" aria-current="page">');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(body).not.toMatch(/https?:\/\/|<style|\sstyle=|\son\w+=/);
  });

  test('are listed', async () => {
    const { body } = await get('/docs');
    const links = [...String(body).matchAll(/href="(\/docs\/[^"]+)"/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) expect((await get(href)).status, href).toBe(200);
  });

  test('say what is missing when the web pages have not been built', async () => {
    const bare = await createTestApp();
    expect(await bare.request('GET', '/docs/account')).toMatchObject({
      status: 503,
      body: expect.stringContaining('npm run build'),
    });
    expect((await bare.request('GET', '/errors/auth.unauthorized')).status).toBe(200);
  });
});

describe('the page of a problem code', () => {
  const text = async (path: string, headers?: Record<string, string>) => String((await get(path, headers)).body);

  test('is where `type` of a refusal leads, and says when it happens and what to do', async () => {
    const refusal = await get('/api/my-account');
    const { pathname, origin } = new URL(refusal.body.type);
    expect(origin).toBe(app.tenant.endpoint);
    const page = await get(pathname);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<h1>Authorization header missing</h1>');
    expect(page.body).toContain('<code>auth.authorization_header_missing</code>, HTTP status 401');
    expect(page.body).toContain('The request has no <code>Authorization</code> header.');
    expect(page.body).toContain('Send <code>Authorization: Bearer &lt;access token&gt;</code>.');
  });

  test("says the sentence in the reader's language", async () => {
    const refusal = await get('/api/my-account', { 'accept-language': 'fr' });
    const { message } = refusal.body;
    const escaped = message.replace(/'/g, '&#39;');
    expect(await text('/errors/auth.authorization_header_missing', { 'accept-language': 'fr' })).toContain(
      `<blockquote lang="fr">${escaped}</blockquote>`,
    );
    expect(await text('/errors/auth.authorization_header_missing')).toContain('<blockquote lang="en">');
    expect(
      await text('/errors/auth.authorization_header_missing', {
        cookie: 'freehold_locale=zh-TW',
        'accept-language': 'fr',
      }),
    ).toContain('<blockquote lang="zh-TW">');
  });

  test('fills the places of a sentence with an example', async () => {
    expect(await text('/errors/guard.invalid_input')).toContain('The body of the request');
    expect(await text('/errors/session.verification_blocked_too_many_attempts')).toContain('in 10 minutes');
  });

  test('lists the operations that answer it, when they are few', async () => {
    expect(await text('/errors/user.same_password')).toContain(
      '<li><code>POST /api/my-account/password</code> <a href="/docs/account#/Account/changePassword">Set or change the password</a></li>',
    );
    expect(await text('/errors/server.internal_error')).not.toContain('Operations that answer it');
  });

  test('runs no script and frames nowhere', async () => {
    const { headers, body } = await get('/errors/auth.unauthorized');
    expect(headers['content-security-policy']).not.toContain('script-src');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['vary']).toContain('Accept-Language, Cookie');
    expect(body).not.toMatch(/<script|<style|\sstyle=/);
  });

  test.each(['auth.nope', 'toString', '__proto__', '%3Cscript%3E'])('is not there for %s', async code => {
    const { status, body, headers } = await get(`/errors/${code}`);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('No such problem code');
    expect(body).not.toContain('<script');
  });

  test('is there for every code, and the list leads to it with its statuses', async () => {
    const list = await text('/errors');
    for (const code of Object.keys(errors) as ErrorCode[]) {
      const { status, alsoStatus = [] } = errorSpec(code);
      expect(list).toContain(
        `<a href="/errors/${code}">${code}</a></td><td>${[status, ...alsoStatus].join(', ')}</td>`,
      );
      const page = await text(`/errors/${code}`);
      expect(page, code).toContain(`<code>${code}</code>`);
      expect(page, code).not.toMatch(/<blockquote[^>]*>[^<]*[{}][^<]*</);
    }
  });
});

test('every refusal that the tests of an operation can see is one that its reference names', async () => {
  // The front door in small: what the pipeline answers by itself must stand in the document.
  const token = await app.signIn(await app.createUser(), { scopes: ['openid', 'profile'] });
  await app.enableAccountCenter();
  const account = Object.values<Route>(routeGroups[1]);
  for (const route of account) {
    for (const [bearer, body] of [
      [undefined, {}],
      ['wrong', {}],
      [token.token, 'not json'],
      [token.token, { password: 'x', customData: {}, address: {} }],
    ] as const) {
      for (const method of methodsOf(route)) {
        const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
        const answer = await app.request(method, route.path, { headers, ...(method !== 'GET' && { body }) });
        if (answer.status < 400) continue;
        expect(problemsOf(route), `${method} ${route.path}`).toContainEqual({
          status: answer.status,
          code: answer.body.code,
        });
      }
    }
  }
});
