/** Connectors as a console sets them up: kinds, secrets that are not shown, one sender at a time, messages that leave. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openMailServer, openReceiver } from '../lib/receiver.mjs';
import { apiClient, byId, expect, refused } from './client.mjs';

const MASK = '********';
const create = body => expect(200, apiClient.POST('/api/connectors', { body }));
const remove = ({ id }) => expect(204, apiClient.DELETE('/api/connectors/{id}', byId(id)));
const list = query => expect(200, apiClient.GET('/api/connectors', { params: { query } }));
const tryOut = (factoryId, body) =>
  apiClient.POST('/api/connectors/{factoryId}/test', { params: { path: { factoryId } }, body });

describe('kinds of connector', () => {
  test('are listed and read, with what a form needs to ask', async () => {
    const all = await expect(200, apiClient.GET('/api/connector-factories'));
    const known = [
      'simple-mail-transfer-protocol',
      'sendgrid-email-service',
      'http-email',
      'twilio-short-message-service',
      'http-sms',
      'google-universal',
      'github-universal',
      'azuread-universal',
      'apple-universal',
      'oidc',
      'oauth2',
      'mock-email-service',
      'mock-short-message-service',
      'mock-social-connector',
    ];
    assert.deepEqual(
      known.filter(id => !all.some(factory => factory.id === id)),
      [],
    );
    const smtp = await expect(
      200,
      apiClient.GET('/api/connector-factories/{id}', byId('simple-mail-transfer-protocol')),
    );
    assert.equal(smtp.type, 'Email');
    assert.equal(typeof smtp.name.en, 'string');
    assert.equal(typeof smtp.readme, 'string');
    assert.ok(smtp.formItems.some(({ key, required }) => key === 'host' && required));
    await refused(404, 'entity.not_found', apiClient.GET('/api/connector-factories/{id}', byId('carrier-pigeon')));
  });
});

describe('a mail server', () => {
  const account = { user: 'judge', pass: 'Pebble-Lagoon-41' };
  let mailServer;
  let config;
  before(async () => {
    mailServer = await openMailServer(account);
    config = {
      host: '127.0.0.1',
      port: mailServer.port,
      secure: false,
      auth: account,
      fromEmail: 'Judge <no-reply@judge.example>',
      templates: [
        { usageType: 'Generic', contentType: 'text/plain', subject: 'Of the judge', content: 'Your code: {{code}}' },
      ],
    };
  });
  after(() => mailServer.close());

  test('is set up without showing its password again, tried out, and sends', async () => {
    const connectorId = 'simple-mail-transfer-protocol';
    const created = await create({ connectorId, config });
    try {
      assert.match(created.id, /^[a-z0-9]+$/);
      assert.deepEqual([created.connectorId, created.type], [connectorId, 'Email']);
      assert.deepEqual(created.config, { ...config, auth: { ...account, pass: MASK } });
      const { warnings, ...shown } = created;
      assert.ok(warnings.every(({ code }) => code === 'template_missing'));
      assert.deepEqual(await expect(200, apiClient.GET('/api/connectors/{id}', byId(created.id))), shown);
      assert.deepEqual(
        (await list()).filter(({ type }) => type === 'Email'),
        [shown],
      );

      await expect(204, tryOut(connectorId, { email: 'try@judge.example', config: created.config }));
      const [tried] = mailServer.mails;
      assert.deepEqual([tried.from, tried.to, tried.user], ['no-reply@judge.example', ['try@judge.example'], 'judge']);
      assert.match(tried.source, /^Subject: Of the judge\r$/m);

      // As a form does it that shows the mask and sends it back.
      const change = { ...byId(created.id), body: { config: { ...created.config, fromEmail: 'hello@judge.example' } } };
      const changed = await expect(200, apiClient.PATCH('/api/connectors/{id}', change));
      assert.equal(changed.config.auth.pass, MASK);
      const body = { email: 'person@judge.example' };
      await expect(204, apiClient.POST('/api/verification-codes', { body }));
      const mail = mailServer.mails.at(-1);
      assert.deepEqual([mail.from, mail.to], ['hello@judge.example', [body.email]]);
      const [, verificationCode] = mail.source.match(/Your code: (\d{6})/);
      await expect(204, apiClient.POST('/api/verification-codes/verify', { body: { ...body, verificationCode } }));

      // Whoever may change a connector does not get its password sent to a host of their own.
      const elsewhere = { ...byId(created.id), body: { config: { ...created.config, host: 'mail.attacker.example' } } };
      await refused(400, 'connector.invalid_config', apiClient.PATCH('/api/connectors/{id}', elsewhere));
    } finally {
      await remove(created);
    }
    await refused(404, 'entity.not_found', apiClient.GET('/api/connectors/{id}', byId(created.id)));
  });

  test('that lets nobody in is a failure of the connector, told without its words', async () => {
    const wrong = { ...config, auth: { ...account, pass: 'not-it' } };
    const before = mailServer.mails.length;
    const request = tryOut('simple-mail-transfer-protocol', { email: 'try@judge.example', config: wrong });
    const problem = await refused(400, 'connector.general', request);
    assert.equal(JSON.stringify(problem).includes('not-it'), false);
    assert.equal(mailServer.mails.length, before);
  });

  test('that is not described is refused', async () => {
    const body = { connectorId: 'simple-mail-transfer-protocol', config: { host: 'mail.judge.example' } };
    const problem = await refused(400, 'connector.invalid_config', apiClient.POST('/api/connectors', { body }));
    assert.ok(problem.data.issues.some(({ path }) => path[0] === 'port'));
    const unknown = { connectorId: 'carrier-pigeon', config: {} };
    await refused(422, 'connector.not_found_with_connector_id', apiClient.POST('/api/connectors', { body: unknown }));
    assert.deepEqual(await list(), []);
  });
});

describe('gateways over HTTP', () => {
  let gateway;
  before(async () => {
    gateway = await openReceiver();
  });
  after(() => gateway.close());

  test('a new sender takes the place of the old one, and gets the messages', async () => {
    const old = await create({ connectorId: 'mock-email-service', config: {} });
    const config = { endpoint: `${gateway.url}/mails`, authorization: 'Bearer of-the-judge' };
    const created = await create({ connectorId: 'http-email', config });
    try {
      assert.equal(created.config.authorization, MASK);
      assert.deepEqual(
        (await list()).map(({ id }) => id),
        [created.id],
      );
      await refused(404, 'entity.not_found', apiClient.GET('/api/connectors/{id}', byId(old.id)));

      const body = { email: 'gateway@judge.example' };
      await expect(204, apiClient.POST('/api/verification-codes', { body }));
      const { path, headers, body: sent } = gateway.requests.at(-1);
      assert.deepEqual([path, headers.authorization], ['/mails', config.authorization]);
      assert.deepEqual([sent.to, sent.type], [body.email, 'Generic']);
      assert.match(sent.payload.code, /^\d{6}$/);
      const verificationCode = sent.payload.code;
      await expect(204, apiClient.POST('/api/verification-codes/verify', { body: { ...body, verificationCode } }));
    } finally {
      await remove(created);
    }
  });

  test('a gateway that fails fails the message: 429 as a rate limit, the rest as a connector', async () => {
    const body = { phone: '886912000111', config: { endpoint: `${gateway.url}/texts` } };
    for (const [status, expected, code] of [
      [500, 400, 'connector.general'],
      [429, 429, 'connector.rate_limit_exceeded'],
    ]) {
      gateway.answer(status);
      await refused(expected, code, tryOut('http-sms', body));
    }
    gateway.answer(200);
    await expect(204, tryOut('http-sms', body));
    assert.equal(gateway.requests.at(-1).body.to, body.phone);
    await refused(400, 'connector.insufficient_request_parameters', tryOut('http-sms', { config: body.config }));
    await refused(400, 'connector.unexpected_type', tryOut('mock-social-connector', { config: {} }));
  });
});

describe('providers to sign in with', () => {
  test('a protocol is set up for each provider by a target, a name and a logo of its own', async () => {
    const config = {
      authorizationEndpoint: 'https://id.partner.example/authorize',
      tokenEndpoint: 'https://id.partner.example/token',
      clientId: 'judge',
      clientSecret: 'of-the-judge',
      scope: 'openid profile',
      idTokenVerificationConfig: { jwksUri: 'https://id.partner.example/jwks', issuer: 'https://id.partner.example' },
    };
    const metadata = { target: 'partner', name: { en: 'Partner' }, logo: 'https://partner.example/logo.svg' };
    const created = await create({ connectorId: 'oidc', config, metadata, syncProfile: true });
    const second = await create({ connectorId: 'oidc', config, metadata: { ...metadata, target: 'partner-two' } });
    try {
      assert.deepEqual([created.type, created.target, created.name.en], ['Social', 'partner', 'Partner']);
      assert.deepEqual([created.isStandard, created.syncProfile, created.config.clientSecret], [true, true, MASK]);
      assert.deepEqual(
        (await list({ target: 'partner' })).map(({ id }) => id),
        [created.id],
      );
      const rename = { ...byId(created.id), body: { metadata: { name: { en: 'Partners' } } } };
      const renamed = await expect(200, apiClient.PATCH('/api/connectors/{id}', rename));
      assert.deepEqual([renamed.name.en, renamed.target], ['Partners', 'partner']);
      const taken = { connectorId: 'oidc', config, metadata };
      await refused(
        422,
        'connector.multiple_target_with_same_platform',
        apiClient.POST('/api/connectors', { body: taken }),
      );
      const begun = await expect(
        200,
        apiClient.POST('/api/connectors/{id}/authorization-uri', {
          ...byId(created.id),
          body: { state: 'of-the-judge', redirectUri: 'https://judge.example/linked' },
        }),
      );
      const url = new URL(begun.redirectTo);
      assert.equal(url.origin + url.pathname, config.authorizationEndpoint);
      assert.equal(url.searchParams.get('state'), 'of-the-judge');
      assert.equal(url.searchParams.get('redirect_uri'), 'https://judge.example/linked');
      assert.equal(url.searchParams.get('client_id'), 'judge');
    } finally {
      await remove(created);
      await remove(second);
    }
  });

  test('one of a kind keeps its name and its target', async () => {
    const body = {
      connectorId: 'github-universal',
      config: { clientId: 'judge', clientSecret: 'of-the-judge' },
      metadata: { target: 'other' },
    };
    await refused(
      400,
      'connector.cannot_overwrite_metadata_for_non_standard_connector',
      apiClient.POST('/api/connectors', { body }),
    );
    const { metadata: _, ...good } = body;
    const created = await create(good);
    try {
      assert.equal(created.target, 'github');
      await refused(
        422,
        'connector.multiple_instances_not_supported',
        apiClient.POST('/api/connectors', { body: good }),
      );
    } finally {
      await remove(created);
    }
  });
});
