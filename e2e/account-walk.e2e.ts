/**
 * The published guide, read from its first request to its last, on an installation that nobody has used: what an
 * application that was written after it does, works as it says, through a real mail server and a real OpenID provider.
 */
import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { databases, type Installation, install } from './installation.ts';
import type { Posted } from './outside/receiver.ts';

let installation: Installation | undefined;
afterEach(async () => {
  await installation?.close();
  installation = undefined;
});

const allFields = ['name', 'avatar', 'profile', 'username', 'email', 'phone', 'password', 'social'] as const;

/** An instant in the wire's form, about ten minutes from now. */
const inTenMinutes = () => ({
  asymmetricMatch: (value: unknown) =>
    typeof value === 'string' &&
    new Date(value).toISOString() === value &&
    Math.abs(Date.parse(value) - Date.now() - 600_000) < 60_000,
});
const aRecordId = () => expect.stringMatching(/^[a-z0-9]{21}$/);

/** Both signatures of a webhook are by its key, over what arrived. */
function judgeSignatures({ headers, raw }: Posted, signingKey: string): void {
  const hex = createHmac('sha256', signingKey).update(raw).digest('hex');
  expect(headers['logto-signature-sha-256']).toBe(hex);
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  expect(Math.abs(Number(timestamp) * 1000 - Date.now())).toBeLessThan(120_000);
  const key = Buffer.from(signingKey.replace(/^whsec_/, ''), 'base64');
  const standard = createHmac('sha256', key).update(`${id}.${timestamp}.${raw}`).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${standard}`);
}

describe.each(databases)('the published guide, on a fresh installation (%s)', kind => {
  test('works, request after request, and nothing else happens', async () => {
    installation = await install(kind);
    const { manage, mail, gateway, hooks, hook, provider, people, redirectUri, connectors, witness, url } =
      installation;
    const { mailedCode, mailedNotice, textedCode, textedNotice } = installation;
    /** A change of the account is told to subscribers, once. */
    const toldOf = async (what: string, changed: object) => {
      const post = await hooks.posts.take(what, ({ body }) => body.event === 'User.Data.Updated');
      judgeSignatures(post, hook.signingKey);
      expect(post.body, what).toMatchObject({ hookId: hook.id, event: 'User.Data.Updated', data: changed });
      return post.body;
    };
    const [oldEmail, newEmail] = ['ada@old.example', 'Ada@New.example'];
    const [oldPhone, newPhone] = ['886912345678', '14155552671'];
    const ada = await installation.account({ name: 'Ada', primaryEmail: oldEmail, primaryPhone: oldPhone });
    for (const event of ['User.Created', 'PostSignIn']) {
      judgeSignatures(await hooks.posts.take(event, ({ body }) => body.event === event), hook.signingKey);
    }

    // Off until somebody switches it on.
    const before = await ada.ask('getAccount');
    expect([before.status, before.body.code]).toEqual([400, 'account_center.not_enabled']);

    // How to enable the Account API.
    const enabled = await manage('PATCH', '/api/account-center', { enabled: true, fields: { username: 'Edit' } });
    expect(enabled.status).toBe(200);
    expect(enabled.body).toMatchObject({ enabled: true, fields: { username: 'Edit' } });
    expect((await ada.ask('getAccount')).body).toMatchObject({ id: ada.id, username: ada.username });
    expect((await ada.ask('getAccount')).body).not.toHaveProperty('name');
    const refused = await ada.ask('changeAccount', ['ada_1', 'Ada', 'https://pictures.example/ada.png']);
    expect([refused.status, refused.body.code]).toEqual([400, 'account_center.field_not_editable']);
    const fields = Object.fromEntries(allFields.map(field => [field, 'Edit']));
    expect((await manage('PATCH', '/api/account-center', { enabled: true, fields })).status).toBe(200);

    // Basic account information.
    const read = await ada.ask('getAccount');
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({
      ...{ id: ada.id, username: ada.username, name: 'Ada', avatar: null, profile: {} },
      ...{ primaryEmail: oldEmail, primaryPhone: oldPhone, identities: {}, password: true, hasPassword: true },
    });

    const username = `${ada.username}_x`;
    const avatar = 'https://pictures.example/ada.png';
    const changed = await ada.ask('changeAccount', [username, 'Ada Lovelace', avatar]);
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual({
      ...read.body,
      ...{ username, name: 'Ada Lovelace', avatar, updatedAt: expect.any(Number) },
    });
    await toldOf('the username', { username });
    expect((await mailedNotice(oldEmail)).subject).toMatch(/username/i);

    const profile = await ada.ask('changeProfile', ['Lovelace', 'Ada']);
    expect([profile.status, profile.body]).toEqual([200, { familyName: 'Lovelace', givenName: 'Ada' }]);
    await toldOf('the profile', { profile: { familyName: 'Lovelace', givenName: 'Ada' } });

    // The proof of a password.
    const byPassword = await ada.ask('provePassword', [ada.password]);
    expect([byPassword.status, byPassword.body]).toEqual([
      201,
      { verificationRecordId: aRecordId(), expiresAt: inTenMinutes() },
    ]);
    const passwordProof: string = byPassword.body.verificationRecordId;

    // The proof of the own address: the template is the connector's.
    const own = await ada.ask('sendCodeByEmail', [oldEmail]);
    const { verificationRecordId: ownRecord } = own.body;
    expect([own.status, own.body]).toEqual([
      201,
      { verificationRecordId: aRecordId(), verificationId: ownRecord, expiresAt: inTenMinutes(), codeExpiresIn: 600 },
    ]);
    const { code: ownCode, ...ownMail } = await mailedCode(oldEmail);
    expect(ownMail).toMatchObject({
      ...{
        to: [oldEmail],
        from: expect.stringContaining('no-reply@acme.example'),
        isEncrypted: true,
        isAutomatic: true,
      },
      ...{ subject: 'UserPermissionValidation for Acme Profile', text: expect.stringContaining('Hello Ada Lovelace') },
    });
    // Not verified yet: worth nothing.
    const tooEarly = await ada.ask('removePrimaryEmail', [], ownRecord);
    expect([tooEarly.status, tooEarly.body.code]).toEqual([401, 'verification_record.permission_denied']);
    const ownVerified = await ada.ask('verifyCodeByEmail', [oldEmail, ownRecord, ownCode]);
    expect([ownVerified.status, ownVerified.body]).toEqual([200, { verificationRecordId: ownRecord }]);

    // A new email.
    const fresh = await ada.ask('sendCodeByEmail', [newEmail]);
    expect(fresh.status).toBe(201);
    const { code: newCode, ...newMail } = await mailedCode(newEmail);
    expect(newMail.subject).toBe('BindNewIdentifier for Acme Profile');
    const newRecord: string = fresh.body.verificationId;
    const freshVerified = await ada.ask('verifyCodeByEmail', [newEmail, newRecord, newCode]);
    expect([freshVerified.status, freshVerified.body]).toEqual([200, { verificationRecordId: newRecord }]);

    const unproven = await ada.ask('changePrimaryEmail', [newEmail, newRecord]);
    expect([unproven.status, unproven.body.code]).toEqual([401, 'verification_record.permission_denied']);
    expect(unproven.headers.get('www-authenticate')).toMatch(/insufficient_user_authentication/);
    expect([...unproven.body.data.acceptableMethods].sort()).toEqual(['email', 'password', 'phone']);
    const emailChanged = await ada.ask('changePrimaryEmail', [newEmail, newRecord], ownRecord);
    expect([emailChanged.status, emailChanged.body]).toEqual([204, '']);
    const { primaryEmail } = (await ada.ask('getAccount')).body;
    expect(primaryEmail.toLowerCase()).toBe(newEmail.toLowerCase());
    await toldOf('the email', { id: ada.id, primaryEmail });
    for (const address of [oldEmail, newEmail]) {
      const { subject, text, html } = await mailedNotice(address);
      expect(subject).toMatch(/email/i);
      // Neither address learns the other one.
      const [other = ''] = [oldEmail, newEmail].filter(one => one !== address);
      expect(text + html).not.toContain(other);
    }
    // What proved the old address proves nothing any more.
    const dead = await ada.ask('removePrimaryEmail', [], ownRecord);
    expect([dead.status, dead.body.code]).toEqual([401, 'verification_record.permission_denied']);

    const removed = await ada.ask('removePrimaryEmail', [], passwordProof);
    expect([removed.status, removed.body]).toEqual([204, '']);
    expect((await ada.ask('getAccount')).body.primaryEmail).toBeNull();
    await toldOf('the removed email', { id: ada.id, primaryEmail: null });
    expect((await mailedNotice(newEmail)).subject).toMatch(/removed/i);

    // The phone, alike.
    const phoneOwn = await ada.ask('sendCodeByPhone', [oldPhone]);
    expect(phoneOwn.status).toBe(201);
    const { code: phoneOwnCode, ...sent } = await textedCode(oldPhone);
    expect(sent.headers['authorization']).toMatch(/^Bearer /);
    expect(sent.body).toMatchObject({ to: oldPhone, type: 'UserPermissionValidation' });
    expect(sent.body.payload).not.toHaveProperty('user');
    const phoneProof: string = phoneOwn.body.verificationRecordId;
    const phoneOwnVerified = await ada.ask('verifyCodeByPhone', [oldPhone, phoneProof, phoneOwnCode]);
    expect([phoneOwnVerified.status, phoneOwnVerified.body]).toEqual([200, { verificationRecordId: phoneProof }]);
    const phoneFresh = await ada.ask('sendCodeByPhone', [newPhone]);
    expect(phoneFresh.status).toBe(201);
    const { code: phoneFreshCode, body: freshText } = await textedCode(newPhone);
    expect(freshText.type).toBe('BindNewIdentifier');
    const phoneRecord: string = phoneFresh.body.verificationRecordId;
    expect((await ada.ask('verifyCodeByPhone', [newPhone, phoneRecord, phoneFreshCode])).status).toBe(200);
    const phoneChanged = await ada.ask('changePrimaryPhone', [newPhone, phoneRecord], phoneProof);
    expect([phoneChanged.status, phoneChanged.body]).toEqual([204, '']);
    await toldOf('the phone', { id: ada.id, primaryPhone: newPhone });
    for (const number of [oldPhone, newPhone]) expect((await textedNotice(number)).body.text).toMatch(/phone/i);
    expect((await ada.ask('removePrimaryPhone', [], passwordProof)).status).toBe(204);
    await toldOf('the removed phone', { id: ada.id, primaryPhone: null });
    expect((await textedNotice(newPhone)).body.text).toMatch(/removed/i);

    // Social links: connectorData as the quoted JSON of the guide, then as an object.
    for (const form of ['text', 'object'] as const) {
      const state = witness.secret('state', `state-${form}-${ada.id}`);
      const started = await ada.ask('startSocial', [connectors.social, redirectUri, state]);
      const { verificationRecordId: record, authorizationUri } = started.body;
      expect([started.status, started.body]).toEqual([
        201,
        {
          verificationRecordId: aRecordId(),
          authorizationUri: expect.stringContaining(provider.issuer),
          expiresAt: inTenMinutes(),
        },
      ]);
      const asked = new URL(authorizationUri).searchParams;
      expect(Object.fromEntries(asked)).toMatchObject({
        ...{ response_type: 'code', client_id: 'freehold', redirect_uri: redirectUri, state },
        ...{ code_challenge_method: 'S256', code_challenge: expect.any(String), nonce: expect.any(String) },
      });
      const callback = await provider.visit(authorizationUri, people.alice);
      expect(callback['state']).toBe(state);
      witness.secret('code of the provider', String(callback['code']));
      const verified =
        form === 'text'
          ? await ada.ask('verifySocial', [JSON.stringify(callback), record])
          : await ada.call('POST', '/api/verifications/social/verify', {
              connectorData: callback,
              verificationRecordId: record,
            });
      expect([verified.status, verified.body]).toEqual([200, { verificationRecordId: record }]);
      const linked = await ada.ask('linkIdentity', [record], passwordProof);
      expect([linked.status, linked.body]).toEqual([204, '']);
      const { identities } = (await ada.ask('getAccount')).body;
      expect(identities).toEqual({
        'acme-id': {
          userId: 'alice-at-the-provider',
          details: expect.objectContaining({ name: 'Alice of the Provider', email: 'alice@provider.example' }),
        },
      });
      await toldOf('the identity', { id: ada.id, identities: { 'acme-id': { userId: 'alice-at-the-provider' } } });
      const unlinked = await ada.ask('unlinkIdentity', ['acme-id'], passwordProof);
      expect([unlinked.status, unlinked.body]).toEqual([204, '']);
      expect((await ada.ask('getAccount')).body.identities).toEqual({});
      await toldOf('the unlinked identity', { id: ada.id, identities: {} });
    }

    // The password is one of the listed uses; it also marks the end: what is told later than this, nobody has caused.
    const password = witness.secret('password', `${ada.password}-new`);
    const set = await ada.call('POST', '/api/my-account/password', { password }, passwordProof);
    expect([set.status, set.body]).toEqual([204, '']);
    await toldOf('the password', { id: ada.id });
    const spent = await ada.call('POST', '/api/my-account/password', { password: `${password}-2` }, passwordProof);
    expect([spent.status, spent.body.code]).toEqual([401, 'verification_record.permission_denied']);
    const log = await manage('GET', '/api/logs?page_size=100');
    expect(log.status).toBe(200);
    expect(await installation.leaks()).toEqual([]);
    expect(hooks.posts.rest.map(({ body }) => body)).toEqual([]);
    expect(mail.mails.rest).toEqual([]);
    expect(gateway.posts.rest.map(({ body }) => body)).toEqual([]);
    expect((await fetch(`${url}/api/status`).catch(() => undefined))?.status).toBeUndefined();
  }, 300_000);
});
