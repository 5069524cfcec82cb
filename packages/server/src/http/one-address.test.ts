/**
 * Wherever an address goes in, it is one address, as text: a list would be written to as a whole by somebody who looks at
 * its first member only (CVE-2023-7028). Made from the contract: an operation that takes an address is tried as soon as it
 * exists.
 */
import { methodsOf, type Route, routeGroups } from '@freehold/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { codesAllowed, createSignInScene, type SignInScene, visitor } from '../testing/sign-in-scene.ts';

const own = 'ada@example.com';
const other = 'eve@example.com';

/** What is no single address, though something would make one or two of it. */
const values: readonly unknown[] = [
  [own],
  [own, other],
  { value: own, 0: own, length: 1 },
  { toString: own },
  17,
  true,
  `${own},${other}`,
  `${own};${other}`,
  `${own} ${other}`,
  `${own}\n${other}`,
  `${own}\r\nBcc: ${other}`,
  `${own}\0`,
  `${own}%0a${other}`,
  `<${own}>`,
  `Ada <${own}>`,
  `"${other}" <${own}>`,
  `x:${own}`,
  `x:${own};`,
  `(${other})${own}`,
  `${own}(x)`,
  `${other}@example.com`,
  'ada@[127.0.0.1]',
  'ada@example.com.',
  'ada@localhost',
  'ada',
  '@example.com',
  '',
  'x'.repeat(300).concat('@example.com'),
];

/** Places of an address in the body of a route, as paths. */
function placesIn(schema: unknown, path: readonly string[] = []): string[][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, anyOf, oneOf, allOf, pattern } = schema as Record<string, unknown>;
  if (typeof pattern === 'string' && pattern.includes('@')) return [[...path]];
  const choices = [anyOf, oneOf, allOf].flatMap(list => (Array.isArray(list) ? list : []));
  return [
    ...choices.flatMap(choice => placesIn(choice, path)),
    ...Object.entries(properties ?? {}).flatMap(([key, member]) => placesIn(member, [...path, key])),
  ];
}
const taking = routeGroups
  .flatMap(group => Object.entries<Route>(group))
  .flatMap(([name, route]) => {
    const schema = route.body && z.toJSONSchema(route.body, { io: 'output', unrepresentable: 'any' });
    const places = new Set(placesIn(schema).map(place => place.join('.')));
    return [...places].map(place => ({ name, route, place: place.split('.') }));
  });

/** The rest of a body that is good but for the address. */
const bodies: Readonly<Record<string, object>> = {
  changePrimaryEmail: { newIdentifierVerificationRecordId: 'x' },
  requestVerificationCode: { identifier: { type: 'email' } },
  verifyVerificationCode: { identifier: { type: 'email' }, verificationId: 'x', code: '000000' },
  sendSignInCode: { identifier: { type: 'email' }, interactionEvent: 'SignIn' },
  verifySignInCode: { identifier: { type: 'email' }, verificationId: 'x', code: '000000' },
  createUser: {},
  updateUser: {},
  testConnector: { config: {} },
  sendVerificationCode: {},
  checkVerificationCode: { verificationCode: '000000' },
};

function bodyOf(name: string, place: readonly string[], value: unknown): object {
  const body = structuredClone(bodies[name] ?? {}) as Record<string, unknown>;
  const last = place.at(-1) ?? '';
  const parent = place.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, body);
  parent[last] = value;
  return body;
}

let scene: SignInScene;
let send: (route: Route, method: string, body: object) => ReturnType<SignInScene['app']['request']>;
beforeAll(async () => {
  scene = await createSignInScene(codesAllowed);
  const { app } = scene;
  await app.enableAccountCenter();
  const user = await app.createUser({ email: own });
  const token = await app.signIn(user);
  const browser = visitor(scene);
  await browser.start('SignIn');
  send = (route, method, body) => {
    const path = route.path.replace(':factoryId', 'mock-email-service').replace(/:\w+/g, user.id);
    if (route.caller === 'management') return app.management(method, path, body);
    return route.caller === 'interaction'
      ? browser.send(method, path, body)
      : app.account(token, method, path, { body });
  };
});
beforeEach(() => {
  scene.app.messenger.sent.length = 0;
});

test('every operation that takes an address is known here', () => {
  expect([...new Set(taking.map(({ name }) => name))].sort()).toEqual(Object.keys(bodies).sort());
});

describe.each(taking)('$name', ({ name, route, place }) => {
  test.each(methodsOf(route))(`by %s takes one address as ${place.join('.')} and nothing else`, async method => {
    await scene.app.events();
    for (const value of values) {
      // What may be cleared may be empty.
      if (value === '' && place.at(-1) === 'primaryEmail') continue;
      const answer = await send(route, method, bodyOf(name, place, value));
      expect([value, answer.status, answer.body?.code]).toEqual([value, 400, 'guard.invalid_input']);
    }
    expect(scene.app.messenger.sent).toEqual([]);
    expect(await scene.app.events()).toEqual([]);
    // A single one gets further, whatever becomes of it.
    const answer = await send(route, method, bodyOf(name, place, own));
    expect(answer.body?.code).not.toBe('guard.invalid_input');
  });
});

// Identifiers share one space: what is somebody's address must not be another's name (CVE-2021-3754).
test('no username is an address or a number', async () => {
  const { app } = scene;
  await scene.settings({
    signUp: { identifiers: ['username'], password: true, verify: false },
    signIn: { methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }] },
  });
  const user = await app.createUser({ username: 'plain' });
  const token = await app.signIn(user);
  const proof = await app.prove(token, user);
  const browser = visitor(scene);
  await browser.start('Register');
  await app.events();
  for (const username of [own, 'ada＠example.com', '886912345678', '+886912345678', '８８６９', `x${own}`]) {
    const identifier = { type: 'username', value: username };
    const answers = await Promise.all([
      app.management('POST', '/api/users', { username }),
      app.management('PATCH', `/api/users/${user.id}`, { username }),
      app.account(token, 'PATCH', '/api/my-account', { body: { username }, proof }),
      browser.add('username', { value: username }),
      browser.send('POST', '/api/experience/verification/new-password-identity', {
        identifier,
        password: 'Quiet-Harbor-58',
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 422, 422]);
    expect(answers.slice(3).map(({ body }) => body.code)).toEqual([
      expect.stringMatching(/^user\.username_/),
      expect.stringMatching(/^user\.username_/),
    ]);
  }
  expect(await app.events()).toEqual([]);
});
