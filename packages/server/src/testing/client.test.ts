import { createClient, FreeholdError } from '@freehold/client';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken, type TestUser } from './create-test-app.ts';

let app: TestApp;
let user: TestUser;
let token: TestToken;

beforeAll(async () => {
  app = await createTestApp();
  await app.enableAccountCenter();
  user = await app.createUser({ name: 'Ada' });
  token = await app.signIn(user);
});

/** The client as an application would make it, with a `fetch` that never leaves the process. */
function clientFor(bearer: string) {
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search, host } = new URL(String(url));
    const response = await app.server.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: pathname + search,
      headers: { ...(init.headers as Record<string, string>), host },
      ...(typeof init.body === 'string' && { payload: init.body }),
    });
    const headers = Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const body = response.statusCode === 204 ? null : response.body;
    return new Response(body, { status: response.statusCode, headers: headers as [string, string][] });
  };
  return createClient({ endpoint: app.tenant.endpoint, token: async () => bearer, language: 'fr', fetch });
}

const refusalOf = async (work: Promise<unknown>): Promise<FreeholdError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FreeholdError) return error;
  throw new Error('was not refused', { cause: error });
};

describe('the typed client, against the product', () => {
  test('reads and changes an account, and hears when somebody else was faster', async () => {
    const client = clientFor(token.token);
    const { body, etag } = await client.getAccount();
    expect(body).toMatchObject({ id: user.id, name: 'Ada' });
    const changed = await client.updateAccount({ body: { name: 'Grace' }, ifMatch: etag });
    expect(changed.body.name).toBe('Grace');
    expect(await refusalOf(client.updateAccount({ body: { name: 'Alan' }, ifMatch: etag }))).toMatchObject({
      status: 412,
      code: 'request.precondition_failed',
    });
  });

  test('proves who the person is, and changes the password with it', async () => {
    const client = clientFor(token.token);
    const body = { password: 'a long enough and new one 42' };
    const refused = await refusalOf(client.changePassword({ body, proof: undefined }));
    expect(refused).toMatchObject({ code: 'verification_record.permission_denied', data: { action: 'password.set' } });
    const { body: record } = await client.verifyPassword({ body: { password: user.password } });
    expect(await client.changePassword({ body, proof: record.verificationRecordId })).toMatchObject({ status: 204 });
  });

  test('says what went wrong in its language', async () => {
    const error = await refusalOf(clientFor('wrong').getAccount());
    expect(error).toMatchObject({ status: 401, code: 'auth.unauthorized' });
    const french = await app.request('GET', '/api/my-account', {
      headers: { authorization: 'Bearer wrong', 'accept-language': 'fr' },
    });
    expect(error.message).toBe(french.body.message);
  });

  test('manages users page by page', async () => {
    const client = clientFor('manager-1');
    const { body: made } = await client.createUser({ body: { username: 'client_made' } });
    const { body, total } = await client.listUsers({ query: { search: '%client_made%' }, page: 1, pageSize: 1 });
    expect([body.map(({ id }) => id), total]).toEqual([[made.id], 1]);
    expect(await client.deleteUser({ params: { userId: made.id } })).toMatchObject({ status: 204, body: undefined });
    expect((await refusalOf(client.getUser({ params: { userId: made.id } }))).code).toBe('entity.not_found');
  });
});
