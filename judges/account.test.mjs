/**
 * The requests of the Account API's published guide, each as its examples show it: method, path, headers and body.
 * What an application without any SDK sends.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { endpoint } from './lib/environment.mjs';
import { createPerson, openAccountApi, operate, unique } from './lib/operator.mjs';
import { getTokens, postForm } from './lib/relying-party.mjs';

const demo = { id: 'demo-app' };
const redirectUri = `${endpoint}/demo-app`;
let person;
let token;

/** A request as a shell shows it: `-X method url -H … --data-raw body`. */
async function curl(method, path, body, headers = {}) {
  const response = await fetch(endpoint + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

async function signIn(who, scope = 'openid offline_access profile') {
  // "resource" empty is the guide's way to ask for an opaque token.
  return (await getTokens(demo, redirectUri, who, { scope }, { resource: '' })).access_token;
}

beforeEach(async () => {
  await openAccountApi();
  person = await createPerson({ name: 'Before' });
  token = await signIn(person);
});

describe('account-center', () => {
  test('is enabled by the Management API, field by field', async () => {
    const settings = await operate('PATCH', '/api/account-center', { enabled: true, fields: { username: 'Edit' } });
    assert.equal(settings.enabled, true);
    assert.deepEqual(settings.fields, { username: 'Edit' });
    const { status, body } = await curl('GET', '/api/my-account');
    assert.equal(status, 200);
    assert.equal(body.username, person.username);
    assert.equal('name' in body, false, 'a field that was left out is Off');
    assert.equal((await curl('PATCH', '/api/my-account', { username: unique('renamed') })).status, 200);
    const refused = await curl('PATCH', '/api/my-account', { name: 'After' });
    assert.equal(refused.status, 400);
    assert.equal(refused.body.code, 'account_center.field_not_editable');
  });

  test('disabled, nothing is served', async () => {
    await operate('PATCH', '/api/account-center', { enabled: false });
    for (const answer of [
      await curl('GET', '/api/my-account'),
      await curl('POST', '/api/verifications/password', { password: person.password }),
    ]) {
      assert.equal(answer.status, 400);
      assert.equal(answer.body.code, 'account_center.not_enabled');
      assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
    }
  });

  test('ReadOnly shows and does not change', async () => {
    await operate('PATCH', '/api/account-center', { enabled: true, fields: { name: 'ReadOnly' } });
    assert.equal((await curl('GET', '/api/my-account')).body.name, 'Before');
    assert.equal((await curl('PATCH', '/api/my-account', { name: 'After' })).status, 400);
    assert.equal((await curl('GET', '/api/my-account')).body.name, 'Before');
  });
});

describe('the basic account', () => {
  test('is read', async () => {
    const { status, body } = await curl('GET', '/api/my-account');
    assert.equal(status, 200);
    assert.equal(body.id, person.id);
    assert.equal(body.username, person.username);
    assert.equal(body.name, 'Before');
    assert.equal(body.avatar, null);
    assert.equal(body.password, true);
    assert.equal(body.hasPassword, true);
  });

  test('changes username, name and avatar in one request and without a proof', async () => {
    const change = { username: unique('renamed'), name: 'After', avatar: 'https://judge.example/a.png' };
    const { status, body } = await curl('PATCH', '/api/my-account', change);
    assert.equal(status, 200);
    assert.deepEqual({ username: body.username, name: body.name, avatar: body.avatar }, change);
    const stored = await operate('GET', `/api/users/${person.id}`);
    assert.deepEqual({ username: stored.username, name: stored.name, avatar: stored.avatar }, change);
  });

  test('changes the profile', async () => {
    const { status, body } = await curl('PATCH', '/api/my-account/profile', {
      familyName: 'Lovelace',
      givenName: 'Ada',
    });
    assert.equal(status, 200);
    assert.deepEqual(body, { familyName: 'Lovelace', givenName: 'Ada' });
    const read = await curl('GET', '/api/my-account');
    assert.deepEqual(read.body.profile, { familyName: 'Lovelace', givenName: 'Ada' });
  });

  test('is read again only when it changed, and changed only from the version that was read', async () => {
    const first = await curl('GET', '/api/my-account');
    const etag = first.headers.get('etag');
    assert.ok(etag);
    assert.equal((await curl('GET', '/api/my-account', undefined, { 'if-none-match': etag })).status, 304);
    assert.equal((await curl('PATCH', '/api/my-account', { name: 'Second' }, { 'if-match': etag })).status, 200);
    const stale = await curl('PATCH', '/api/my-account', { name: 'Third' }, { 'if-match': etag });
    assert.equal(stale.status, 412);
    assert.equal((await curl('GET', '/api/my-account')).body.name, 'Second');
  });

  test('is refused to a wrong token, and to none', async () => {
    const none = await fetch(`${endpoint}/api/my-account`);
    assert.equal(none.status, 401);
    assert.ok(none.headers.get('www-authenticate')?.startsWith('Bearer'));
    assert.equal((await none.json()).code, 'auth.authorization_header_missing');
    token = 'x'.repeat(43);
    const wrong = await curl('GET', '/api/my-account');
    assert.equal(wrong.status, 401);
    assert.equal(wrong.body.code, 'auth.unauthorized');
  });

  test('shows one person nothing of another', async () => {
    const other = await createPerson({ name: 'Other' });
    await curl('PATCH', '/api/my-account', { name: 'Mine' });
    assert.equal((await operate('GET', `/api/users/${other.id}`)).name, 'Other');
    const taken = await curl('PATCH', '/api/my-account', { username: other.username });
    assert.equal(taken.status, 422);
    assert.equal(taken.body.code, 'user.username_already_in_use');
  });

  test('speaks the language of the request', async () => {
    const { body } = await curl('PATCH', '/api/my-account', { avatar: '' }, { 'accept-language': 'zh-TW' });
    assert.equal(body.code, 'guard.invalid_input');
    assert.match(body.message, /\p{Script=Han}/u);
  });
});

describe('a proof of identity', () => {
  test('by password answers a record and when it expires', async () => {
    const { status, body } = await curl('POST', '/api/verifications/password', { password: person.password });
    assert.equal(status, 201);
    assert.match(body.verificationRecordId, /^[a-z0-9]{21}$/);
    assert.match(body.expiresAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const minutes = (Date.parse(body.expiresAt) - Date.now()) / 60_000;
    assert.ok(minutes > 9 && minutes < 11, `expires in ${minutes} minutes`);
  });

  test('is refused for a wrong password', async () => {
    const { status, body } = await curl('POST', '/api/verifications/password', { password: 'not-it' });
    assert.equal(status, 422);
    assert.equal(body.code, 'session.invalid_credentials');
  });

  test('in the header logto-verification-id changes the password; without it nothing does', async () => {
    const password = 'Lantern-Orchard-72';
    const refused = await curl('POST', '/api/my-account/password', { password });
    assert.equal(refused.status, 401);
    assert.equal(refused.body.code, 'verification_record.permission_denied');
    const { body } = await curl('POST', '/api/verifications/password', { password: person.password });
    const proof = { 'logto-verification-id': body.verificationRecordId };
    assert.equal((await curl('POST', '/api/my-account/password', { password }, proof)).status, 204);
    assert.equal((await curl('GET', '/api/my-account')).status, 200, 'the own session goes on');
    await operate('POST', `/api/users/${person.id}/password/verify`, { password });
    const changed = { ...person, password };
    assert.equal(typeof (await signIn(changed)), 'string');
  });

  test('of one person does nothing for another', async () => {
    const other = await createPerson();
    const mine = token;
    token = await signIn(other);
    const { body } = await curl('POST', '/api/verifications/password', { password: other.password });
    token = mine;
    const proof = { 'logto-verification-id': body.verificationRecordId };
    const refused = await curl('POST', '/api/my-account/password', { password: 'Lantern-Orchard-72' }, proof);
    assert.equal(refused.status, 401);
    await operate('POST', `/api/users/${person.id}/password/verify`, { password: person.password });
  });
});

describe('an ended sign-in', () => {
  test('by revocation of the access token', async () => {
    const revoked = await postForm('/oidc/token/revocation', demo, { token });
    assert.equal(revoked.status, 200);
    assert.equal((await curl('GET', '/api/my-account')).status, 401);
  });

  test('by suspension, at once, and lifting it does not bring the token back', async () => {
    await operate('PATCH', `/api/users/${person.id}/is-suspended`, { isSuspended: true });
    assert.equal((await curl('GET', '/api/my-account')).status, 401);
    await operate('PATCH', `/api/users/${person.id}/is-suspended`, { isSuspended: false });
    assert.equal((await curl('GET', '/api/my-account')).status, 401);
  });

  test('by deletion of the account', async () => {
    await operate('DELETE', `/api/users/${person.id}`);
    assert.equal((await curl('GET', '/api/my-account')).status, 401);
  });
});
