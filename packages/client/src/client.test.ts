import { readdirSync, readFileSync } from 'node:fs';
import { type Account, type ErrorCode, methodsOf, type Route, routeGroups, type User } from '@freehold/contract';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Client, createClient, FreeholdError, OutcomeUnknown } from './index.ts';
import { operations } from './operations.ts';

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

/** A client whose requests end in a list, and are answered as told. */
function scripted(answer: () => Response | Promise<Response> = () => new Response(null, { status: 204 })) {
  const sent: Sent[] = [];
  const fetch = async (url: string | URL | globalThis.Request, init: RequestInit = {}) => {
    const { method, headers, body } = init;
    sent.push({
      url: String(url),
      method,
      headers: headers as Record<string, string>,
      body: body as string | undefined,
    });
    return answer();
  };
  const client = createClient({ endpoint: 'https://id.test/', token: () => 'secret', language: 'fr', fetch });
  return { client, sent };
}

const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init);
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a request', () => {
  test('sends a file as a form, whose content type is the form’s to tell', async () => {
    const { client, sent } = scripted(() => json({ url: 'https://id.test/user-assets/x' }));
    await client.uploadAvatar({ file: new Blob(['bytes']) });
    const [request] = sent;
    const form: unknown = request?.body;
    expect(request?.headers).not.toHaveProperty('content-type');
    expect(form).toBeInstanceOf(FormData);
    expect(await ((form as FormData).get('file') as Blob).text()).toBe('bytes');
  });

  test('carries path, query, body, token, language, proof and version', async () => {
    const { client, sent } = scripted();
    await client.changePassword({ body: { password: 'new' }, proof: 'record-1', ifMatch: '"7"' });
    await client.updateUser({ params: { userId: 'a/b?c' }, body: { name: 'Ada' } });
    await client.listUsers({ query: { search: '%ada%', joint: ['and', 'or'] }, page: 2, pageSize: 5 });
    const common = { authorization: 'Bearer secret', 'accept-language': 'fr' };
    const withBody = { ...common, 'content-type': 'application/json' };
    expect(sent).toEqual([
      {
        url: 'https://id.test/api/my-account/password',
        method: 'POST',
        headers: { ...withBody, 'logto-verification-id': 'record-1', 'if-match': '"7"' },
        body: '{"password":"new"}',
      },
      { url: 'https://id.test/api/users/a%2Fb%3Fc', method: 'PATCH', headers: withBody, body: '{"name":"Ada"}' },
      {
        url: 'https://id.test/api/users?search=%25ada%25&joint=and&joint=or&page=2&page_size=5',
        method: 'GET',
        headers: common,
        body: undefined,
      },
    ]);
  });

  test('shows the token only to operations that need one', async () => {
    const { client, sent } = scripted();
    await client.getStatus();
    await client.startExperience({ body: { interactionEvent: 'SignIn' } });
    expect(sent.map(({ headers }) => 'authorization' in headers)).toEqual([false, false]);
  });
});

describe('an answer', () => {
  test('comes with its version and its total', async () => {
    const { client } = scripted(() => json([], { headers: { etag: '"1"', 'total-number': '41' } }));
    expect(await client.listUsers()).toEqual({ status: 200, body: [], etag: '"1"', total: 41 });
  });

  test('may be without a body', async () => {
    const { client } = scripted();
    expect(await client.getStatus()).toEqual({ status: 204, body: undefined, etag: undefined, total: undefined });
  });
});

describe('a token that has ended', () => {
  const unauthorized = () =>
    json(
      { code: 'auth.unauthorized', message: '', status: 401 },
      { status: 401, headers: { 'content-type': 'application/problem+json' } },
    );

  test('is renewed once for all calls that it was refused for', async () => {
    const renewed: string[] = [];
    const client = createClient({
      endpoint: 'https://id.test',
      token: async refused => {
        if (refused === undefined) return 'ended';
        renewed.push(refused);
        return 'fresh';
      },
      fetch: async (_, init) =>
        new Headers(init?.headers).get('authorization') === 'Bearer fresh' ? json({}) : unauthorized(),
    });
    const all = await Promise.all([client.getAccount(), client.getSignInMethods(), client.getAccount()]);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(renewed).toEqual(['ended']);
    // The application goes on handing out the ended one: it is asked again, as at any later call.
    await client.getAccount();
    expect(renewed).toEqual(['ended', 'ended']);
  });
});

describe('a failure', () => {
  test('is the refusal of the server, with its code', async () => {
    const problem = { code: 'server.busy', message: 'Occupé', status: 503, data: { a: 1 }, details: 'more' };
    const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '3' };
    const { client } = scripted(() => json(problem, { status: 503, headers }));
    const error = await thrownBy(client.getAccount());
    expect(error).toBeInstanceOf(FreeholdError);
    expect(error).toMatchObject({ ...problem, retryAfter: 3 });
  });

  test.each([
    ['a network that fails', () => Promise.reject(new TypeError('fetch failed')), undefined],
    ['a proxy that answers instead', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502],
    [
      "somebody else's problem",
      () => json({ title: 'x' }, { status: 500, headers: { 'content-type': 'application/problem+json' } }),
      500,
    ],
    ['an answer that was cut', () => new Response('{"id":', { status: 200 }), 200],
  ])('of which nobody knows whether it was done is not a refusal: %s', async (_, answer, status) => {
    const { client } = scripted(answer);
    const error = await thrownBy(client.updateAccount({ body: { name: 'Ada' } }));
    expect(error).toBeInstanceOf(OutcomeUnknown);
    expect(error).toMatchObject({ status });
  });

  test('to come by a token is one like that of the network, the first time and when it has to be another one', async () => {
    const cause = new TypeError('fetch failed');
    const unauthorized = json(
      { code: 'auth.unauthorized', message: '', status: 401 },
      { status: 401, headers: { 'content-type': 'application/problem+json' } },
    );
    for (const fails of [true, false]) {
      const client = createClient({
        endpoint: 'https://id.test',
        token: refused => (fails || refused !== undefined ? Promise.reject(cause) : 'ended'),
        fetch: async () => unauthorized.clone(),
      });
      const error = await thrownBy(client.getAccount());
      expect(error).toBeInstanceOf(OutcomeUnknown);
      expect(error).toMatchObject({ cause });
    }
  });
});

test('the table has every operation of the contract, with its caller, verb and path', () => {
  const declared = routeGroups
    .flatMap(group => Object.entries<Route>(group))
    .map(([name, route]) => [name, `${route.caller} ${methodsOf(route)[0]} ${route.path}`]);
  expect(operations).toEqual(Object.fromEntries(declared));
});

test('nothing is imported at run time but our own files', () => {
  const shipped = readdirSync(new URL('.', import.meta.url)).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const imports = shipped.flatMap(name =>
    [
      ...readFileSync(new URL(name, import.meta.url), 'utf8').matchAll(/^(?:import|export)[^;]*? from '([^']+)'/gm),
    ].filter(([statement]) => !/^(?:import|export) type /.test(statement)),
  );
  expect(imports.map(([, target]) => target).filter(target => !target?.startsWith('./'))).toEqual([]);
});

test('the types ask for what an operation needs', () => {
  type Request<K extends keyof Client> = Parameters<Client[K]>[0];

  expectTypeOf<[]>().toExtend<Parameters<Client['getAccount']>>();
  expectTypeOf<[]>().not.toExtend<Parameters<Client['updateAccount']>>();
  expectTypeOf<Awaited<ReturnType<Client['getAccount']>>['body']>().toEqualTypeOf<Account>();
  expectTypeOf<Awaited<ReturnType<Client['changePassword']>>['body']>().toEqualTypeOf<undefined>();
  expectTypeOf<Awaited<ReturnType<Client['listUsers']>>['body']>().toEqualTypeOf<User[]>();
  expectTypeOf<Awaited<ReturnType<Client['identifyUser']>>['status']>().toEqualTypeOf<201 | 204>();

  // An unconditional proof must be named, a conditional one may be, and elsewhere there is none.
  expectTypeOf<{ body: { password: string } }>().not.toExtend<Request<'changePassword'>>();
  expectTypeOf<{ body: { password: string }; proof: undefined }>().toExtend<Request<'changePassword'>>();
  expectTypeOf<{ body: { username: string } }>().toExtend<Request<'updateAccount'>>();
  expectTypeOf<NonNullable<Request<'updateAccount'>>>().toHaveProperty('proof');
  expectTypeOf<NonNullable<Request<'updateProfile'>>>().not.toHaveProperty('proof');

  expectTypeOf<NonNullable<Request<'updateProfile'>>>().toHaveProperty('ifMatch');
  expectTypeOf<NonNullable<Request<'getAccount'>>>().not.toHaveProperty('ifMatch');
  expectTypeOf<NonNullable<Request<'listUsers'>>>().toHaveProperty('pageSize');
  expectTypeOf<{ body: object }>().not.toExtend<Request<'updateUser'>>();
  expectTypeOf<FreeholdError['code']>().toEqualTypeOf<ErrorCode>();
});
