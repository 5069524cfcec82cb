/**
 * Days on which those whom the product relies on do not do their part: nothing that was answered is lost or waits for
 * them, whoever asked is told clearly, a lie is not believed, and no secret gets out.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from './account-client.ts';
import {
  AT_ONCE_MS,
  beginSocial,
  DEADLINE_MS,
  mendEverything,
  newAddress,
  newNumber,
  noticeOfRemoval,
  openAccountApi,
  outcome,
  proofOf,
  random,
  verifySocial,
  webhookOf,
} from './account-steps.ts';
import { databases, type Installation, install } from './installation.ts';
import type { Lie, Misbehaviour, ProviderPerson } from './outside/provider.ts';

describe.each(databases)('on a bad day, with the %s database', kind => {
  let on: Installation;
  beforeAll(async () => {
    on = await install(kind);
    await openAccountApi(on);
  }, 120_000);
  afterEach(() => mendEverything(on), 60_000);
  afterAll(() => on?.close(), 60_000);

  /** While nobody can be told by mail: changes are made at once and told to subscribers; afterwards to the person. */
  async function changesAreMadeAndTold(ada: Account, address: string, mend: () => Promise<unknown>): Promise<void> {
    const proof = await proofOf(on, ada);
    const renamed = await ada.ask('changeAccount', [`u_${random()}`, 'Ada', 'https://pictures.example/a.png']);
    const removed = await ada.ask('removePrimaryEmail', [], proof);
    expect([outcome(renamed), outcome(removed)]).toEqual([
      [200, undefined],
      [204, undefined],
    ]);
    expect(Math.max(renamed.milliseconds, removed.milliseconds)).toBeLessThan(AT_ONCE_MS);
    expect((await ada.ask('getAccount')).body).toMatchObject({ name: 'Ada', primaryEmail: null });
    await webhookOf(on, ada.id);
    await webhookOf(on, ada.id);
    await mend();
    await noticeOfRemoval(on, address);
  }

  describe('of the mail server', () => {
    test('that is down: whoever asks for a code is told; changes are made, and told when it is up again', async () => {
      const address = newAddress('down');
      const ada = await on.account({ primaryEmail: address });
      await on.mail.kill();
      // More than may be sent to one address: what was not sent does not count.
      for (let i = 0; i < 12; i++) {
        const refused = await ada.ask('sendCodeByEmail', [address]);
        expect(outcome(refused)).toEqual([400, 'connector.general']);
        expect(refused.body.data).toEqual({ connectorId: on.connectors.email });
        expect(refused.body).not.toHaveProperty('verificationRecordId');
      }
      await changesAreMadeAndTold(ada, address, on.mail.restart);
      expect(outcome(await ada.ask('sendCodeByEmail', [address]))).toEqual([201, undefined]);
    }, 240_000);

    test.each(['refuses recipients', 'refuses the password', 'refuses the content'] as const)(
      'that %s: whoever asks for a code is told; changes are made, and told when it takes mails again',
      async behaviour => {
        const address = newAddress('refused');
        const ada = await on.account({ primaryEmail: address });
        // Open connections have signed in already.
        await on.mail.restart();
        await on.mail.behave(behaviour);
        const refused = await ada.ask('sendCodeByEmail', [address]);
        expect(outcome(refused)).toEqual([400, 'connector.general']);
        expect(refused.body.data).toEqual({ connectorId: on.connectors.email });
        await changesAreMadeAndTold(ada, address, () => on.mail.behave('takes mails'));
      },
      240_000,
    );

    test.each(['is frozen', 'never greets', 'never says that it has it'] as const)(
      'that %s: whoever asks for a code is told by the deadline; others wait for nothing',
      async how => {
        const address = newAddress('waiting');
        const ada = await on.account({ primaryEmail: address });
        if (how === 'is frozen') on.mail.freeze();
        else {
          await on.mail.restart();
          await on.mail.behave(how);
        }
        const asked = ada.ask('sendCodeByEmail', [address]);
        let isAnswered = false;
        asked.then(() => {
          isAnswered = true;
        });
        const mended = changesAreMadeAndTold(ada, address, async () => {
          expect(isAnswered).toBe(false);
          const refused = await asked;
          expect(outcome(refused)).toEqual([400, 'connector.general']);
          expect(refused.milliseconds).toBeLessThan(DEADLINE_MS);
          if (how === 'is frozen') on.mail.thaw();
          else await on.mail.behave('takes mails');
        });
        await Promise.all([asked, mended]);
      },
      240_000,
    );

    test('that is frozen, when twenty ask for codes: all are told, and reading goes on meanwhile', async () => {
      const ada = await on.account();
      on.mail.freeze();
      const asked = await Promise.all(Array.from({ length: 4 }, () => on.account())).then(people =>
        people.flatMap(person =>
          Array.from({ length: 5 }, () => person.ask('sendCodeByEmail', [newAddress('waiting')])),
        ),
      );
      const reads: number[] = [];
      for (let i = 0; i < 20; i++) reads.push((await ada.ask('getAccount')).milliseconds);
      expect(Math.max(...reads)).toBeLessThan(AT_ONCE_MS);
      for (const refused of await Promise.all(asked)) {
        expect(outcome(refused)).toEqual([400, 'connector.general']);
        expect(refused.milliseconds).toBeLessThan(DEADLINE_MS);
      }
    }, 120_000);

    test('that the operator has named wrongly: a test message says so, and no secret', async () => {
      const { smtp } = on.settings;
      const wrong = await on.manage('POST', '/api/connectors/simple-mail-transfer-protocol/test', {
        email: newAddress('operator'),
        config: { ...smtp, auth: { user: 'mailer', pass: on.witness.secret('SMTP password', 'not-the-password') } },
      });
      expect(outcome(wrong)).toEqual([400, 'connector.general']);
      const address = newAddress('operator');
      const right = await on.manage('POST', '/api/connectors/simple-mail-transfer-protocol/test', {
        email: address,
        config: smtp,
      });
      expect(outcome(right)).toEqual([204, undefined]);
      await on.mail.mails.take('the test message', ({ to }) => to.includes(address));
    }, 60_000);
  });

  describe('of the gateway for text messages', () => {
    test.each([
      ['answers 500 with what it was sent', 400, 'connector.general'],
      ['says that it is too much', 429, 'connector.rate_limit_exceeded'],
      ['redirects', 400, 'connector.general'],
      ['hangs', 400, 'connector.general'],
      ['answers 10 MB', 400, 'connector.invalid_response'],
      ['is down', 400, 'connector.general'],
    ] as const)(
      'that %s: %i %s',
      async (how, status, code) => {
        const number = newNumber();
        const ada = await on.account({ primaryPhone: number });
        const proof = await proofOf(on, ada);
        on.gateway.behave(({ raw, headers }, response) => {
          if (how === 'answers 500 with what it was sent') {
            response.writeHead(500).end(`${raw} ${headers.authorization}`);
          } else if (how === 'says that it is too much') response.writeHead(429).end();
          else if (how === 'redirects') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
          else if (how === 'answers 10 MB') response.end('x'.repeat(10 * 1024 * 1024));
        });
        if (how === 'is down') await on.gateway.down();
        const refused = await ada.ask('sendCodeByPhone', [number]);
        expect(outcome(refused)).toEqual([status, code]);
        expect(refused.body.data).toEqual({ connectorId: on.connectors.sms });
        expect(refused.milliseconds).toBeLessThan(DEADLINE_MS);
        const removed = await ada.ask('removePrimaryPhone', [], proof);
        expect(outcome(removed)).toEqual([204, undefined]);
        expect(removed.milliseconds).toBeLessThan(AT_ONCE_MS);
        if (how === 'is down') await on.gateway.up();
        on.gateway.posts.forget();
        on.gateway.behave();
        expect((await on.textedNotice(number)).body.text).toMatch(/removed/);
      },
      240_000,
    );
  });

  describe('of the provider', () => {
    const lies = (lie: Lie): Misbehaviour => ({ id_token: { lie } });
    const stranger = { sub: 'bob-at-the-provider', name: 'Bob', email: 'bob@provider.example', email_verified: true };
    const invalidToken = [401, 'connector.social_invalid_id_token'] as const;
    const failed = [400, 'connector.general'] as const;
    const unreadable = [400, 'connector.invalid_response'] as const;

    test.each<[string, Misbehaviour, readonly [number, string]]>([
      ['hangs at the token endpoint', { '/token': 'hangs' }, failed],
      ['drips at the token endpoint', { '/token': 'drips' }, failed],
      ['answers 500 at the token endpoint', { '/token': '500' }, failed],
      ['answers HTML at the token endpoint', { '/token': 'HTML' }, unreadable],
      ['answers 10 MB at the token endpoint', { '/token': '10 MB' }, unreadable],
      ['redirects from the token endpoint', { '/token': 'redirects' }, failed],
      ['hangs over its keys', { '/jwks': 'hangs' }, failed],
      ['answers 500 for its keys', { '/jwks': '500' }, unreadable],
      ['answers HTML for its keys', { '/jwks': 'HTML' }, unreadable],
      ['answers 10 MB for its keys', { '/jwks': '10 MB' }, unreadable],
      ['hangs over the person', { '/me': 'hangs' }, failed],
      ['answers 500 for the person', { '/me': '500' }, failed],
      ['answers HTML for the person', { '/me': 'HTML' }, unreadable],
      ['answers 10 MB for the person', { '/me': '10 MB' }, unreadable],
      ['tells of another person', { '/me': { says: stranger } }, unreadable],
      ['gives a token with another nonce', lies('wrong nonce'), invalidToken],
      ['gives a token without nonce', lies('no nonce'), invalidToken],
      ['gives a token of another issuer', lies('wrong issuer'), invalidToken],
      ['gives a token for another client', lies('wrong audience'), invalidToken],
      ['gives a token that has expired', lies('expired'), invalidToken],
      ['gives a token of another key', lies('wrong key'), invalidToken],
      ['gives a token that nobody has signed', lies('unsigned'), invalidToken],
    ])(
      'that %s: nothing is linked',
      async (_, misbehaviour, [status, code]) => {
        const ada = await on.account();
        const proof = await proofOf(on, ada);
        const target = `t-${random()}`;
        const connector = await on.connectProvider(target);
        const { record, visit } = await beginSocial(on, ada, connector);
        const callback = await visit();
        await on.provider.misbehave(misbehaviour);
        const refused = await verifySocial(ada, record, callback);
        expect(outcome(refused)).toEqual([status, code]);
        expect(refused.body.data).toEqual({ connectorId: connector });
        expect(refused.milliseconds).toBeLessThan(DEADLINE_MS);
        await on.provider.misbehave();
        expect(outcome(await verifySocial(ada, record, callback))).toEqual([400, 'verification_record.not_found']);
        expect(outcome(await ada.ask('linkIdentity', [record], proof))).toEqual([400, 'verification_record.not_found']);
        expect((await ada.ask('getAccount')).body.identities).toEqual({});

        // It has recovered: nothing of the bad day is remembered.
        const again = await beginSocial(on, ada, connector);
        expect(outcome(await verifySocial(ada, again.record, await again.visit()))).toEqual([200, undefined]);
        expect(outcome(await ada.ask('linkIdentity', [again.record], proof))).toEqual([204, undefined]);
        expect((await ada.ask('getAccount')).body.identities).toMatchObject({
          [target]: { userId: 'alice-at-the-provider' },
        });
        expect((await on.manage('DELETE', `/api/connectors/${connector}`)).status).toBe(204);
      },
      120_000,
    );

    test.each<[string, Misbehaviour[string], readonly [number, string]]>([
      ['hangs', 'hangs', failed],
      ['answers 500', '500', failed],
      ['answers HTML', 'HTML', unreadable],
      ['answers 10 MB', '10 MB', unreadable],
      [
        'names another issuer',
        { says: { issuer: 'https://accounts.example.com', authorization_endpoint: 'https://accounts.example.com/a' } },
        unreadable,
      ],
    ])(
      'that %s when it is asked who it is: nothing is begun',
      async (_, how, [status, code]) => {
        const ada = await on.account();
        const connector = await on.connectProvider(`t-${random()}`);
        await on.provider.misbehave({ '/.well-known/openid-configuration': how });
        const refused = await ada.ask('startSocial', [connector, on.redirectUri, random()]);
        expect(outcome(refused)).toEqual([status, code]);
        expect(refused.milliseconds).toBeLessThan(DEADLINE_MS);
        await on.provider.misbehave();
        await beginSocial(on, ada, connector);
        expect((await on.manage('DELETE', `/api/connectors/${connector}`)).status).toBe(204);
      },
      120_000,
    );

    test('that is right, with somebody who is not: codes, tokens and callbacks of others serve nobody', async () => {
      const { alice, bob } = on.people;
      const [ada, mallory] = await Promise.all([on.account(), on.account()]);
      const [proof, proofOfMallory] = await Promise.all([proofOf(on, ada), proofOf(on, mallory)]);

      // Mallory begins, Bob agrees at the provider, and Ada is made to send it: of another record, another state.
      const theirs = await beginSocial(on, mallory);
      const callbackOfBob = await theirs.visit(bob);
      const own = await beginSocial(on, ada);
      expect(outcome(await verifySocial(ada, own.record, callbackOfBob))).toEqual([400, 'session.csrf_token_mismatch']);
      // It has used nothing up.
      expect(outcome(await verifySocial(ada, own.record, await own.visit()))).toEqual([200, undefined]);
      // Somebody else's record.
      expect(outcome(await verifySocial(ada, theirs.record, callbackOfBob))).toEqual([
        400,
        'verification_record.not_found',
      ]);
      expect(outcome(await mallory.ask('linkIdentity', [own.record], proofOfMallory))).toEqual([
        400,
        'verification_record.not_found',
      ]);
      expect(outcome(await ada.ask('linkIdentity', [own.record], proof))).toEqual([204, undefined]);

      // A code that was meant for another beginning, under the right state: the provider compares the verifier.
      const injected = await beginSocial(on, mallory);
      const state = (await injected.visit(alice))['state'] ?? '';
      const codeOfAnother = await (await beginSocial(on, ada)).visit(bob);
      expect(outcome(await verifySocial(mallory, injected.record, { ...codeOfAnother, state }))).toEqual([
        401,
        'connector.social_auth_code_invalid',
      ]);
      // A token that the provider has given about Bob, to this client, on another occasion.
      const swapped = await beginSocial(on, mallory);
      const callback = await swapped.visit(alice);
      await on.provider.misbehave(lies({ token: await tokenOf(bob) }));
      expect(outcome(await verifySocial(mallory, swapped.record, callback))).toEqual([...invalidToken]);
      await on.provider.misbehave();
      // Without a state, with another issuer, and of somebody who has declined.
      const stateless = await beginSocial(on, mallory);
      const { state: _, ...rest } = await stateless.visit();
      expect(outcome(await verifySocial(mallory, stateless.record, rest))).toEqual([400, 'session.insufficient_info']);
      const mixedUp = await beginSocial(on, mallory);
      const another = { ...(await mixedUp.visit()), iss: 'https://accounts.example.com' };
      expect(outcome(await verifySocial(mallory, mixedUp.record, another))).toEqual([...unreadable]);
      const declined = await beginSocial(on, mallory);
      expect(outcome(await verifySocial(mallory, declined.record, await declined.visit('declines')))).toEqual([
        401,
        'connector.authorization_failed',
      ]);
      // An identity that Ada has linked.
      const taken = await beginSocial(on, mallory);
      expect(outcome(await verifySocial(mallory, taken.record, await taken.visit(alice)))).toEqual([200, undefined]);
      expect(outcome(await mallory.ask('linkIdentity', [taken.record], proofOfMallory))).toEqual([
        422,
        'user.identity_already_in_use',
      ]);
      expect((await mallory.ask('getAccount')).body.identities).toEqual({});
      expect((await ada.ask('getAccount')).body.identities).toMatchObject({ 'acme-id': { userId: alice.sub } });
    }, 120_000);

    /** An ID token about somebody, by a flow of one's own with the client's secret. */
    async function tokenOf(person: ProviderPerson): Promise<string> {
      const { issuer, clientId, clientSecret } = on.provider;
      const verifier = randomBytes(32).toString('base64url');
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: on.redirectUri,
        response_type: 'code',
        scope: 'openid profile email',
        nonce: random(),
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      const { code = '' } = await on.provider.visit(`${issuer}/auth?${query}`, person);
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: clientId,
          client_secret: clientSecret,
          code,
          code_verifier: verifier,
          redirect_uri: on.redirectUri,
        }),
      });
      const { id_token } = (await response.json()) as { id_token: string };
      return on.witness.secret('ID token of the provider', id_token);
    }
  });

  describe('of the receiver of webhooks', () => {
    test('that is down: changes wait for nothing, and are told once it is up', async () => {
      const ada = await on.account();
      await on.hooks.down();
      const changed = await ada.ask('changeProfile', ['Lovelace', 'Ada']);
      expect(outcome(changed)).toEqual([200, undefined]);
      expect(changed.milliseconds).toBeLessThan(AT_ONCE_MS);
      // It has been tried in vain.
      await failedDeliveries(on, 1);
      await on.hooks.up();
      const { raw, headers, body } = await webhookOf(on, ada.id, 120_000);
      expect(body.data.profile).toEqual({ familyName: 'Lovelace', givenName: 'Ada' });
      const mac = createHmac('sha256', on.hook.signingKey).update(raw).digest('hex');
      expect(headers['logto-signature-sha-256']).toBe(mac);
    }, 180_000);

    test('that fails and says back what it was sent: the same delivery comes again, with the same id', async () => {
      const ada = await on.account();
      on.hooks.posts.forget();
      on.hooks.behave(({ raw, headers }, response) => response.writeHead(500).end(JSON.stringify({ raw, headers })));
      await ada.ask('changeProfile', ['King', 'Ada']);
      const first = await webhookOf(on, ada.id);
      on.hooks.behave();
      const second = await webhookOf(on, ada.id, 120_000);
      expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
      expect(second.body.data.profile.familyName).toBe('King');
    }, 180_000);
  });

  test('whatever happened: no token, code, password or secret is in the log, an error, a webhook or a notice', async () => {
    expect(await on.leaks()).toEqual([]);
  }, 60_000);
});

describe('in production', () => {
  let on: Installation | undefined;
  afterAll(() => on?.close(), 60_000);

  test('nothing of the own network is asked over HTTP but what the operator has named', async () => {
    on = await install('embedded', { NODE_ENV: 'production', SECRETS_KEY: randomBytes(32).toString('base64') });
    const { hooks, gateway, hook, connectors, redirectUri } = on;
    await openAccountApi(on);
    const [address, number] = [newAddress('production'), newNumber()];
    const ada = await on.account({ primaryEmail: address, primaryPhone: number });
    expect((await fetch(`${on.url}/dev/inbox`)).status).toBe(404);
    // The mail server is the operator's to name.
    expect(outcome(await ada.ask('sendCodeByEmail', [address]))).toEqual([201, undefined]);
    await on.mailedCode(address);
    expect(outcome(await ada.ask('sendCodeByPhone', [number]))).toEqual([400, 'connector.general']);
    // A provider without TLS is none.
    const begun = await ada.ask('startSocial', [connectors.social, redirectUri, random()]);
    expect(outcome(begun)).toEqual([400, 'connector.invalid_config']);
    await failedDeliveries(on, 1);
    expect([hooks.posts.all, gateway.posts.all]).toEqual([[], []]);

    await on.killAndRestart({ OUTBOUND_ALLOW: '127.0.0.1' });
    expect(outcome(await ada.ask('sendCodeByPhone', [number]))).toEqual([201, undefined]);
    await on.textedCode(number);
    const created = await hooks.posts.take('User.Created', ({ body }) => body.event === 'User.Created', 120_000);
    expect(created.body).toMatchObject({ hookId: hook.id, data: { id: ada.id } });
    expect(await on.leaks()).toEqual([]);
  }, 240_000);
});

/** Waits until so many attempts have failed, by the log that the operator reads. */
async function failedDeliveries(on: Installation, count: number): Promise<void> {
  for (;;) {
    const { body } = await on.manage('GET', `/api/hooks/${on.hook.id}/recent-logs?page_size=20`);
    const failed = body.filter((one: { payload: { result: string } }) => one.payload.result === 'Error');
    if (failed.length >= count) return;
    await setTimeout(200);
  }
}
