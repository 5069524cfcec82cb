import { describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { checkConfig } from './check-connector.ts';
import { findConnector } from './connectors.store.ts';
import { factories } from './factories.ts';
import { closeConnectors, openSender } from './open-connector.ts';
import { openConfig } from './stored-config.ts';

const smtp = 'simple-mail-transfer-protocol';
const smtpConfig = {
  host: 'mail.example.com',
  port: 587,
  fromEmail: 'Example <no-reply@example.com>',
  auth: { user: 'mailer', pass: 'hunter2-secret' },
};
const gateway = { endpoint: 'https://gateway.example.com/sms', authorization: 'Bearer key-of-the-gateway' };
const oidc = {
  authorizationEndpoint: 'https://idp.example.com/auth',
  tokenEndpoint: 'https://idp.example.com/token',
  clientId: 'freehold',
  clientSecret: 'secret-of-the-provider',
  scope: 'openid',
  idTokenVerificationConfig: { jwksUri: 'https://idp.example.com/jwks', issuer: 'https://idp.example.com' },
};

const create = (app: TestApp, body: object) => app.management('POST', '/api/connectors', body);
const list = async (app: TestApp) => (await app.management('GET', '/api/connectors')).body;
const rowOf = (app: TestApp, id: string) => findConnector(app.database as Database, app.tenant.id, id);
const settings = async (app: TestApp) => (await app.events()).map(({ type, data, outbox }) => ({ type, data, outbox }));

describe('a connector', () => {
  test('is set up, read, changed and removed; each is a settings event without secrets, and nothing else', async () => {
    const app = await createTestApp();
    const made = await create(app, { connectorId: smtp, config: smtpConfig });
    expect(made.status).toBe(200);
    const { id } = made.body;
    expect(id).toMatch(/^[a-z0-9]{12}$/);
    expect(made.body).toMatchObject({
      connectorId: smtp,
      type: 'Email',
      target: 'smtp',
      platform: null,
      name: { en: 'Mail server (SMTP)', de: 'Mailserver (SMTP)' },
      metadata: {},
      syncProfile: false,
      enableTokenStorage: false,
      config: { ...smtpConfig, auth: { user: 'mailer', pass: '********' } },
    });
    expect(made.body.readme).toContain('# Mail server');
    expect(made.body.logo).toMatch(/^data:image\/svg\+xml,/);
    const { warnings, ...saved } = made.body;
    expect(warnings).toEqual([
      { code: 'template_missing', usageType: 'UserPermissionValidation' },
      { code: 'template_missing', usageType: 'BindNewIdentifier' },
    ]);
    expect((await app.management('GET', `/api/connectors/${id}`)).body).toEqual(saved);
    expect(await list(app)).toEqual([saved]);

    const changed = await app.management('PATCH', `/api/connectors/${id}`, { syncProfile: true });
    expect(changed).toMatchObject({ status: 200, body: { ...saved, syncProfile: true } });
    expect(changed.body).not.toHaveProperty('warnings');
    expect(await app.management('DELETE', `/api/connectors/${id}`)).toMatchObject({ status: 204 });
    expect(await list(app)).toEqual([]);

    const data = { settings: 'connectors', connectorId: id, factoryId: smtp };
    expect(await settings(app)).toEqual([
      { type: 'settings-changed', data: { ...data, change: 'create' }, outbox: [] },
      { type: 'settings-changed', data: { ...data, change: 'update', members: ['syncProfile'] }, outbox: [] },
      { type: 'settings-changed', data: { ...data, change: 'delete' }, outbox: [] },
    ]);
  });

  test('has no warning when its templates say what the account needs', async () => {
    const app = await createTestApp();
    const words = (usageType: string) => ({ usageType, contentType: 'text/plain', subject: 's', content: '{{code}}' });
    const templates = [words('Generic'), words('UserPermissionValidation')];
    const { body } = await create(app, { connectorId: smtp, config: { ...smtpConfig, templates } });
    expect(body.warnings).toEqual([{ code: 'template_missing', usageType: 'BindNewIdentifier' }]);
    const config = { ...smtpConfig, templates: [...templates, words('BindNewIdentifier')] };
    const changed = await app.management('PATCH', `/api/connectors/${body.id}`, { config });
    expect(changed).toMatchObject({ status: 200, body: { config: { templates: config.templates } } });
    expect(changed.body).not.toHaveProperty('warnings');
    // A gateway writes its own words.
    expect((await create(app, { connectorId: 'http-sms', config: gateway })).body).not.toHaveProperty('warnings');
  });

  test('keeps its config encrypted, bound to tenant and connector', async () => {
    const app = await createTestApp();
    const { body } = await create(app, { connectorId: smtp, config: smtpConfig, id: 'my-mail' });
    expect(body.id).toBe('my-mail');
    const row = await rowOf(app, 'my-mail');
    expect(row?.config).toMatch(/^v1\./);
    expect(JSON.stringify(row)).not.toContain('hunter2-secret');
    const text = app.envelope.openText(row?.config ?? '', ['connectors', app.tenant.id, 'my-mail']);
    expect(JSON.parse(text)).toEqual(smtpConfig);
    expect(() => app.envelope.openText(row?.config ?? '', ['connectors', app.tenant.id, 'other'])).toThrow();
  });

  test('shows no secret in any answer, also of keys that it does not know', async () => {
    const app = await createTestApp();
    const config = {
      ...gateway,
      signingKey: 'signing-key-of-the-gateway',
      extra: {
        appSecret: 'secret-extra',
        list: [{ apiKey: 'secret-listed' }],
        tokenEndpoint: 'https://public.example',
      },
    };
    const made = await create(app, { connectorId: 'http-sms', config });
    expect(made.body.config).toEqual({
      endpoint: gateway.endpoint,
      authorization: '********',
      signingKey: '********',
      extra: { appSecret: '********', list: [{ apiKey: '********' }], tokenEndpoint: 'https://public.example' },
    });
    const answers = [
      made,
      await app.management('GET', '/api/connectors'),
      await app.management('GET', `/api/connectors/${made.body.id}`),
      await app.management('PATCH', `/api/connectors/${made.body.id}`, { config: made.body.config }),
      await app.management('PATCH', `/api/connectors/${made.body.id}`, { config: { ...config, endpoint: 'nonsense' } }),
      await create(app, { connectorId: 'http-sms', config: { ...config, endpoint: 17 } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 400, 400]);
    const said = JSON.stringify([answers.map(({ body }) => body), app.logged, await settings(app)]);
    for (const secret of ['key-of-the-gateway', 'secret-extra', 'secret-listed']) expect(said).not.toContain(secret);
  });
});

describe('a masked secret that comes back', () => {
  test('keeps the stored one, and what is sent as it is changes nothing', async () => {
    const app = await createTestApp();
    const { body } = await create(app, { connectorId: smtp, config: smtpConfig });
    await app.events();
    const before = await rowOf(app, body.id);
    const same = await app.management('PATCH', `/api/connectors/${body.id}`, { config: body.config });
    expect(same.status).toBe(200);
    expect(await rowOf(app, body.id)).toEqual(before);
    expect(await app.management('PATCH', `/api/connectors/${body.id}`, {})).toMatchObject({ status: 200 });
    expect(await app.events()).toEqual([]);

    const config = { ...body.config, replyTo: 'help@example.com' };
    await app.management('PATCH', `/api/connectors/${body.id}`, { config });
    const needs = { ...app, outbound: { fetch: fetch, close: async () => {} }, development: false };
    const sender = await openSender(needs, app.tenant.id, 'Email');
    expect(sender?.config).toEqual({ ...smtpConfig, replyTo: 'help@example.com' });
    closeConnectors(needs);
    expect((await rowOf(app, body.id))?.version).toBe(2);
  });

  test('does not follow the address elsewhere: whoever may change a connector cannot have its secret sent to them', async () => {
    const app = await createTestApp();
    const { body } = await create(app, { connectorId: smtp, config: smtpConfig });
    const config = { ...body.config, host: 'mail.attacker.example' };
    const refused = {
      status: 400,
      body: {
        code: 'connector.invalid_config',
        data: { issues: [{ path: ['auth', 'pass'], message: expect.stringContaining('must be sent again') }] },
      },
    };
    expect(await app.management('PATCH', `/api/connectors/${body.id}`, { config })).toMatchObject(refused);
    expect(await create(app, { connectorId: smtp, config })).toMatchObject(refused);
    const tried = { email: 'ada@example.com', config };
    expect(await app.management('POST', `/api/connectors/${smtp}/test`, tried)).toMatchObject(refused);
    const anew = { ...config, auth: { user: 'mailer', pass: 'another-secret' } };
    expect(await app.management('PATCH', `/api/connectors/${body.id}`, { config: anew })).toMatchObject({
      status: 200,
    });
  });

  test('does not come back when another change has replaced it meanwhile, whichever of the two is first', async () => {
    const app = await createTestApp();
    const { id } = (await create(app, { connectorId: 'http-sms', config: gateway })).body;
    const change = (config: object) => app.management('PATCH', `/api/connectors/${id}`, { config });
    const moved = { endpoint: 'https://elsewhere.example.com/sms', authorization: 'Bearer another-key' };
    const answers = await Promise.all([
      change(moved),
      ...Array.from({ length: 9 }, (_, note) => change({ ...gateway, authorization: '********', note })),
    ]);
    expect(answers[0]?.status).toBe(200);
    const others = answers.slice(1).map(({ status, body }) => [status, body.code]);
    for (const other of others) {
      expect([
        [200, undefined],
        [400, 'connector.invalid_config'],
      ]).toContainEqual(other);
    }
    const row = await rowOf(app, id);
    expect(row && openConfig(app.envelope, app.tenant.id, row)).toEqual(moved);
    expect(await settings(app)).toHaveLength(2 + others.filter(([status]) => status === 200).length);
  });

  test('is taken from the sender of the same kind that a new one replaces; otherwise it stands for nothing', async () => {
    const app = await createTestApp();
    const config = { ...smtpConfig, auth: { user: 'mailer', pass: '********' } };
    expect(await create(app, { connectorId: smtp, config })).toMatchObject({
      status: 400,
      body: { code: 'connector.invalid_config', data: { issues: [{ path: ['auth', 'pass'] }] } },
    });
    await create(app, { connectorId: smtp, config: smtpConfig });
    expect(await create(app, { connectorId: smtp, config })).toMatchObject({ status: 200 });
  });
});

test('a kind may take its time to judge a config, as one does that asks another process', async () => {
  const issues = [{ path: ['endpoint'], message: 'must be another' }];
  const slow = (found: typeof issues) => ({ secretPaths: [], validate: () => Promise.resolve(found) });
  await expect(checkConfig(slow(issues), gateway, undefined)).rejects.toMatchObject({
    code: 'connector.invalid_config',
    options: { data: { issues } },
  });
  await expect(checkConfig(slow([]), gateway, undefined)).resolves.toEqual(gateway);
});

describe('one sender of a type', () => {
  test('a new one takes the place of the old one; the other type is left alone', async () => {
    const app = await createTestApp();
    await create(app, { connectorId: smtp, config: smtpConfig });
    const sms = await create(app, { connectorId: 'http-sms', config: gateway });
    const mail = await create(app, { connectorId: 'http-email', config: gateway });
    expect((await list(app)).map(({ id }: { id: string }) => id).sort()).toEqual([sms.body.id, mail.body.id].sort());
  });

  test('of thirty set up at once exactly one is left, whole', async () => {
    const app = await createTestApp();
    const all = Array.from({ length: 30 }, (_, i) => ({
      connectorId: i % 2 ? 'http-email' : smtp,
      config: i % 2 ? gateway : smtpConfig,
    }));
    const answers = await Promise.all(all.map(body => create(app, body)));
    expect(answers.map(({ status }) => status)).toEqual(all.map(() => 200));
    const left = await list(app);
    expect(left).toHaveLength(1);
    const made = answers.find(({ body }) => body.id === left[0].id)?.body;
    expect({ ...left[0], warnings: made.warnings }).toEqual(made);
    expect(await app.events()).toHaveLength(30);
  });
});

describe('providers', () => {
  test('a standard one has the target, name and logo that it is given; there may be many', async () => {
    const app = await createTestApp();
    const metadata = { target: 'acme', name: { en: 'Acme', fr: 'Acmé' }, logo: 'https://acme.example/logo.svg' };
    const made = await create(app, { connectorId: 'oidc', config: oidc, metadata });
    expect(made).toMatchObject({ status: 200, body: { ...metadata, metadata, type: 'Social', isStandard: true } });
    expect(made.body.config.clientSecret).toBe('********');
    const other = await create(app, { connectorId: 'oidc', config: oidc, metadata: { ...metadata, target: 'globex' } });
    expect(other.status).toBe(200);
    const found = await app.management('GET', '/api/connectors?target=acme');
    expect(found.body.map(({ id }: { id: string }) => id)).toEqual([made.body.id]);

    const renamed = { metadata: { name: { en: 'Acme Corporation' } } };
    const patched = await app.management('PATCH', `/api/connectors/${made.body.id}`, renamed);
    expect(patched).toMatchObject({ status: 200, body: { target: 'acme', name: { en: 'Acme Corporation' } } });
    const taken = { metadata: { target: 'globex' } };
    expect(await app.management('PATCH', `/api/connectors/${made.body.id}`, taken)).toMatchObject({
      status: 422,
      body: { code: 'connector.multiple_target_with_same_platform' },
    });
  });

  test('of ten for one target set up at once one is made', async () => {
    const app = await createTestApp();
    const body = { connectorId: 'oidc', config: oidc, metadata: { target: 'acme' } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(app, body)));
    expect(answers.map(({ body: { code = 'made' } }) => code).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 'connector.multiple_target_with_same_platform'),
      'made',
    ]);
    expect(await list(app)).toHaveLength(1);
    expect(await app.events()).toHaveLength(1);
  });

  test('a named one exists once and keeps its name', async () => {
    const app = await createTestApp();
    const config = { clientId: 'freehold', clientSecret: 'secret-of-github' };
    const body = { connectorId: 'github-universal', config };
    expect(await create(app, body)).toMatchObject({ status: 200 });
    expect(await create(app, body)).toMatchObject({
      status: 422,
      body: { code: 'connector.multiple_instances_not_supported' },
    });
    expect(await create(app, { ...body, metadata: { target: 'mine' } })).toMatchObject({
      status: 400,
      body: { code: 'connector.cannot_overwrite_metadata_for_non_standard_connector' },
    });
  });
});

describe('what cannot be is refused with a code of its own', () => {
  const dummy = { connectorId: smtp, config: smtpConfig };
  test.each([
    ['an unknown kind', { ...dummy, connectorId: 'nope' }, 422, 'connector.not_found_with_connector_id'],
    ['a config of another shape', { ...dummy, config: { host: 17 } }, 400, 'connector.invalid_config'],
    ['no config', { connectorId: smtp }, 400, 'connector.invalid_config'],
    ['token storage of a sender', { ...dummy, enableTokenStorage: true }, 422, 'connector.token_storage_not_supported'],
    [
      'token storage of a provider whose tokens serve nothing',
      {
        connectorId: 'apple-universal',
        config: { clientId: 'c', clientSecret: 's' },
        enableTokenStorage: true,
      },
      422,
      'connector.token_storage_not_supported',
    ],
    ['a standard one without a target', { connectorId: 'oidc', config: oidc }, 400, 'connector.invalid_metadata'],
    [
      'a target that is a trap',
      { connectorId: 'oidc', config: oidc, metadata: { target: '__proto__' } },
      400,
      'guard.invalid_input',
    ],
    [
      'a logo that is a script',
      { connectorId: 'oidc', config: oidc, metadata: { target: 'acme', logo: 'javascript:alert(1)' } },
      400,
      'guard.invalid_input',
    ],
    [
      'a gateway that is none',
      { connectorId: 'http-sms', config: { endpoint: 'file:///etc/passwd' } },
      400,
      'connector.invalid_config',
    ],
    [
      'a header that begins another',
      { connectorId: 'http-sms', config: { ...gateway, authorization: 'a\r\nx-evil: 1' } },
      400,
      'connector.invalid_config',
    ],
    [
      'a sender that is several',
      { ...dummy, config: { ...smtpConfig, fromEmail: 'a@example.com, b@example.com' } },
      400,
      'connector.invalid_config',
    ],
    [
      'a copy for somebody else',
      { ...dummy, config: { ...smtpConfig, customHeaders: { Bcc: 'spy@example.com' } } },
      400,
      'connector.invalid_config',
    ],
  ])('%s', async (_, body, status, code) => {
    const app = await createTestApp();
    expect(await create(app, body)).toMatchObject({ status, body: { code } });
    expect(await list(app)).toEqual([]);
    expect(await app.events()).toEqual([]);
  });

  test('what is wrong with a config is told by place and expectation, never by value', async () => {
    const app = await createTestApp();
    const config = { ...smtpConfig, port: 'no-number-but-a-secret', auth: { user: 'mailer' } };
    const { body } = await create(app, { connectorId: smtp, config });
    expect(body.data.issues.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual(['auth', 'port']);
    expect(JSON.stringify(body)).not.toContain('no-number-but-a-secret');
  });

  test.each([
    ['GET', '/api/connectors/nope', undefined],
    ['PATCH', '/api/connectors/nope', {}],
    ['DELETE', '/api/connectors/nope', undefined],
    ['GET', '/api/connector-factories/nope', undefined],
    ['POST', '/api/connectors/nope/authorization-uri', { state: 'x', redirectUri: 'https://app.example.com/back' }],
  ])('%s %s: not found', async (method, path, body) => {
    const app = await createTestApp();
    expect(await app.management(method, path, body)).toMatchObject({ status: 404, body: { code: 'entity.not_found' } });
  });

  test('a connector id that is taken', async () => {
    const app = await createTestApp();
    await create(app, { ...dummy, id: 'one' });
    const other = { connectorId: 'http-sms', config: gateway, id: 'one' };
    expect(await create(app, other)).toMatchObject({ status: 422, body: { code: 'entity.create_failed' } });
  });

  test('testing what is unknown, signs people in, or has nobody to write to', async () => {
    const app = await createTestApp();
    const email = 'ada@example.com';
    const tryOut = (id: string, body: object) => app.management('POST', `/api/connectors/${id}/test`, body);
    expect(await tryOut('nope', { email, config: {} })).toMatchObject({
      status: 400,
      body: { code: 'connector.not_found' },
    });
    expect(await tryOut('oidc', { email, config: oidc })).toMatchObject({
      status: 400,
      body: { code: 'connector.unexpected_type' },
    });
    expect(await tryOut(smtp, { phone: '886912345678', config: smtpConfig })).toMatchObject({
      status: 400,
      body: { code: 'connector.insufficient_request_parameters' },
    });
  });

  test('a way to sign in through a sender', async () => {
    const app = await createTestApp();
    const { body } = await create(app, dummy);
    const begin = { state: 'unguessable', redirectUri: 'https://app.example.com/back' };
    expect(await app.management('POST', `/api/connectors/${body.id}/authorization-uri`, begin)).toMatchObject({
      status: 400,
      body: { code: 'connector.unexpected_type' },
    });
  });
});

describe('the kinds of connector', () => {
  test('say what a settings page needs, and mark every secret input', async () => {
    const app = await createTestApp();
    const { body } = await app.management('GET', '/api/connector-factories');
    const ids = body.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        smtp,
        'sendgrid-email-service',
        'http-email',
        'twilio-short-message-service',
        'http-sms',
      ]),
    );
    const one = await app.management('GET', `/api/connector-factories/${smtp}`);
    expect(one.body).toEqual(body.find(({ id }: { id: string }) => id === smtp));
    for (const factory of factories(true)) {
      const confidential = factory.metadata.formItems?.filter(item => item.isConfidential).map(({ key }) => key) ?? [];
      const secrets = factory.secretPaths.map(path => path.split('.')[0]);
      const inputs = new Set(factory.metadata.formItems?.map(({ key }) => key));
      expect(secrets.filter(key => key && inputs.has(key) && !confidential.includes(key))).toEqual([]);
    }
  });

  test('of development exist in development alone: neither to set up, nor to use where they are stored', async () => {
    const development = await createTestApp();
    const mock = { connectorId: 'mock-email-service', config: {} };
    const { body } = await create(development, mock);
    expect(body).toMatchObject({ connectorId: 'mock-email-service' });
    const production = await createTestApp({ parts: { development: false } });
    expect(await create(production, mock)).toMatchObject({
      status: 422,
      body: { code: 'connector.not_found_with_connector_id' },
    });
    const ids = (await production.management('GET', '/api/connector-factories')).body.map(
      ({ id }: { id: string }) => id,
    );
    expect(ids.filter((id: string) => id.startsWith('mock-'))).toEqual([]);
    const needs = { ...development, outbound: { fetch: fetch, close: async () => {} }, development: false };
    expect(await openSender(needs, development.tenant.id, 'Email')).toBeUndefined();
  });
});
