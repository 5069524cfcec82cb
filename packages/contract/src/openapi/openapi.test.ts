import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isErrorCode, type JsonSchema, openApiDocument, problemsOf, routeGroups } from '../index.ts';
import { proof, type Route, type Routes, route, scope, sentNull } from '../route.ts';

const print = (groups: readonly Routes[]) =>
  openApiDocument({ groups, endpoint: 'https://id.example.com', version: '1.2.3' });
const whole = print(routeGroups);
const operationsOf = (document: typeof whole) => Object.values(document.paths).flatMap(item => Object.values(item));

const validate = async (document: object) => {
  // The validator resolves references in place.
  const result = await new Validator().validate(structuredClone(document) as Record<string, unknown>);
  return result.valid ? 'valid' : JSON.stringify(result.errors);
};

/** One route for each thing that a test looks at. */
const example = (more: Partial<Route> = {}): Route =>
  route({
    method: 'POST',
    path: '/api/things/:thingId',
    summary: 'Try',
    tag: 'Account',
    caller: 'account',
    responses: { 204: null },
    errors: [],
    ...more,
  });
const printOne = (more: Partial<Route>) => {
  const document = print([{ tryThing: example(more) }]);
  return { document, operations: operationsOf(document) };
};

test('the contract prints as valid OpenAPI 3.1', async () => {
  expect(await validate(whole)).toBe('valid');
});

test('a document that is not OpenAPI is called so', async () => {
  expect(await validate({ ...whole, paths: { 'no-slash': {} } })).not.toBe('valid');
});

test('every reference leads to a component', () => {
  const text = JSON.stringify(whole);
  const missing = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].filter(
    ([, kind = '', name = '']) => whole.components[kind]?.[name] === undefined,
  );
  expect(missing).toEqual([]);
  expect(text).not.toMatch(/#\/\$defs|__schema/);
});

test('every operation is printed once, under its own name', () => {
  const printed = operationsOf(whole).map(operation => operation.operationId);
  const declared = routeGroups.flatMap(group => Object.keys(group)).sort();
  expect(new Set(printed).size).toBe(printed.length);
  expect(
    operationsOf(whole)
      .filter(o => !o['x-freehold-alias-of'])
      .map(o => o.operationId)
      .sort(),
  ).toEqual(declared);
});

test('every code that an operation can answer is in the catalogue', () => {
  const codes = routeGroups
    .flatMap(group => Object.values<Route>(group))
    .flatMap(r => problemsOf(r).map(({ code }) => code));
  expect(codes.filter(code => !isErrorCode(code))).toEqual([]);
});

test('schemas that operations share are printed once, by name', () => {
  expect(Object.keys(whole.components['schemas'] ?? {})).toEqual(
    expect.arrayContaining(['Account', 'Profile', 'User', 'VerificationRecord', 'Problem']),
  );
  const answer = whole.paths['/api/my-account']?.get?.responses['200'];
  expect(answer).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Account' } } },
  });
});

test('a second verb is the same operation under a name of its own', async () => {
  const { document, operations } = printOne({ method: ['PATCH', 'POST'] });
  expect(operations.map(o => [o.operationId, o['x-freehold-alias-of']])).toEqual([
    ['tryThing', undefined],
    ['tryThingByPost', 'tryThing'],
  ]);
  expect(await validate(document)).toBe('valid');
});

test('guards are printed in their order, with the status and code of each', () => {
  const guards = [proof('email.change'), scope('email', 400), scope('address', 403, sentNull('address'))];
  const [operation] = printOne({ guards }).operations;
  expect(operation?.['x-freehold-guards']).toEqual([
    { kind: 'proof', action: 'email.change', status: 401, code: 'verification_record.permission_denied' },
    { kind: 'scope', scope: 'email', status: 400, code: 'auth.unauthorized' },
    { kind: 'scope', scope: 'address', status: 403, code: 'auth.forbidden', when: { member: 'address', is: 'null' } },
  ]);
  expect(operation?.description).toMatch(
    /1\. The access token[\s\S]+3\. A proof for the action `email.change`[^\n]+\n4\. [^\n]+scope `email`: else 400[^\n]+\n5\. When `address` is sent as null: /,
  );
});

test('problems stand under their status: those of the route, its caller, its guards and its inputs', () => {
  const body = z.object({ a: z.string() });
  const { document, operations } = printOne({
    body,
    guards: [scope('email', 400)],
    ifMatch: true,
    errors: ['server.busy'],
  });
  const resolve = ({ $ref, ...answer }: JsonSchema) =>
    typeof $ref === 'string' ? document.components['responses']?.[$ref.split('/').at(-1) ?? ''] : answer;
  const codes = Object.entries(operations[0]?.responses ?? {}).map(([status, answer]) => [
    status,
    JSON.stringify(resolve(answer))
      .match(/"enum":\[([^\]]*)\]/)?.[1]
      ?.replaceAll('"', ''),
  ]);
  expect(Object.fromEntries(codes)).toEqual({
    204: undefined,
    400: 'account_center.not_enabled,auth.unauthorized,guard.invalid_input',
    401: 'auth.authorization_header_missing,auth.authorization_token_type_not_supported,auth.unauthorized',
    403: 'auth.forbidden',
    404: 'tenant.not_found',
    412: 'request.precondition_failed',
    413: 'request.body_too_large',
    415: 'request.unsupported_media_type',
    500: 'server.internal_error',
    503: 'server.busy,server.unavailable',
  });
});

test('headers and parameters that a caller may send are printed', () => {
  const [operation] = printOne({
    method: 'GET',
    guards: [proof('sessions.read')],
    ifMatch: true,
    pagination: 'always',
    query: z.object({ q: z.string().describe('What to look for') }),
    responses: { 200: z.array(z.string()) },
  }).operations;
  expect(operation?.parameters).toEqual([
    { name: 'thingId', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'q', in: 'query', required: true, description: 'What to look for', schema: { type: 'string' } },
    ...['Page', 'PageSize', 'VerificationId', 'IfMatch', 'IfNoneMatch'].map(name => ({
      $ref: `#/components/parameters/${name}`,
    })),
  ]);
});

test('what is sent is printed before it is normalized, and a body that may be left out as optional', () => {
  const body = z.object({ n: z.string().transform(Number) }).optional();
  const [operation] = printOne({ body }).operations;
  expect(operation?.requestBody).toEqual({
    required: false,
    content: {
      'application/json': { schema: { type: 'object', properties: { n: { type: 'string' } }, required: ['n'] } },
    },
  });
});

test('a refusal of one code is printed once, apart for each status', () => {
  const more = { caller: 'anyone', errors: ['user.identity_already_in_use'] } as const;
  const [operation] = printOne(more).operations;
  expect(operation?.responses).toMatchObject({
    400: { $ref: '#/components/responses/user.identity_already_in_use-400' },
    422: { $ref: '#/components/responses/user.identity_already_in_use' },
  });
});

test('two operations of one name, or of one path and verb, are refused', () => {
  expect(() => print([{ a: example() }, { a: example({ path: '/api/other' }) }])).toThrow(
    'Two operations are named a.',
  );
  expect(() => print([{ a: example() }, { b: example() }])).toThrow('POST /api/things/{thingId} is both a and b.');
});
