import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from '../testing/create-test-app.ts';

const TEN_MINUTES = 600_000;
const SEND = '/api/verifications/verification-code';
const VERIFY = '/api/verifications/verification-code/verify';

let app: TestApp;
let user: TestUser;
let token: TestToken;
let own: string;
let fresh: string;
let counter = 0;

beforeAll(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
});
beforeEach(async () => {
  counter += 1;
  own = `own-${counter}@example.com`;
  fresh = `new-${counter}@example.com`;
  user = await app.createUser({ email: own });
  token = await app.signIn(user);
  app.messenger.sent.length = 0;
  // Each test speaks from an address of its own: sends of one must not count for the next.
  await app.events();
});

const email = (value: unknown) => ({ type: 'email', value });
const send = (identifier: unknown, more: object = {}, bearer = token) =>
  app.account(bearer, 'POST', SEND, { body: { identifier, ...more } });
const enter = (identifier: unknown, id: string, code: string, bearer = token, method = 'POST') =>
  app.account(bearer, method, VERIFY, { body: { identifier, verificationId: id, code } });
const problem = (status: number, code: string) => ({ status, body: { code } });
const other = (code: string) => (code === '000000' ? '000001' : '000000');
const types = async () => (await app.events()).map(({ type }) => type);
const remove = (proof: string, bearer = token) => app.account(bearer, 'DELETE', '/api/my-account/primary-email', { proof });

describe('a code to the own address', () => {
  test('makes a record that proves who the caller is', async () => {
    const answer = await send(email(own));
    expect(answer).toMatchObject({
      status: 201,
      body: {
        verificationRecordId: expect.stringMatching(/^[0-9a-z]{21}$/),
        expiresAt: new Date(app.clock().getTime() + TEN_MINUTES).toISOString(),
      },
    });
    const id = answer.body.verificationRecordId;
    expect(answer.body.verificationId).toBe(id);
    expect(app.messenger.sent).toEqual([
      {
        channel: 'email',
        to: own,
        usage: 'UserPermissionValidation',
        code: expect.stringMatching(/^\d{6}$/),
        expiresAt: new Date(app.clock().getTime() + TEN_MINUTES),
        user: expect.objectContaining({ id: user.id, primaryEmail: own }),
        application: { id: 'demo-app', name: 'Live Preview' },
      },
    ]);
    expect(await app.events()).toEqual([]);
    expect(await remove(id)).toMatchObject(problem(401, 'verification_record.permission_denied'));
    expect(await enter(email(own), id, app.messenger.codeTo(own))).toEqual(
      expect.objectContaining({ status: 200, body: { verificationRecordId: id } }),
    );
    expect(await app.events()).toEqual([
      { type: 'proof-given', userId: user.id, data: { method: 'email' }, outbox: [] },
    ]);
    expect((await remove(id)).status).toBe(204);
  });
});
