import { methodsOf, type Route, routeGroups } from '@freehold/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, type TestToken } from '../testing/create-test-app.ts';
import { fingerprintOf } from '../testing/test-app.store.ts';

/** A generator of its own: the same thousand requests on every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const strings = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x'.repeat(5000),
  "' OR '1'='1",
  '"; DROP TABLE users; --',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '%s%n',
  '\u202Egnp.exe',
  '🧮'.repeat(300),
  'null',
  'undefined',
  '__proto__',
  '-1',
  '9'.repeat(40),
  'a@b',
  'a@b.co,c@d.co',
  '＠',
];

describe('a thousand malformed requests', () => {
  let app: TestApp;
  let token: TestToken;
  const random = seeded(20261123);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

  const value = (depth = 0): unknown => {
    const kind = Math.floor(random() * (depth > 3 ? 6 : 9));
    if (kind < 3) return pick(strings);
    if (kind === 3) return pick([0, -1, 1.5, 2 ** 53, 1e308, -0]);
    if (kind === 4) return pick([true, false]);
    if (kind === 5) return null;
    if (kind === 6) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1));
    return Object.fromEntries(
      Array.from({ length: Math.floor(random() * 4) }, () => [pick(members), value(depth + 1)]),
    );
  };
  const members = [
    ...[
      'name',
      'avatar',
      'username',
      'customData',
      'password',
      'givenName',
      'address',
      'enabled',
      'fields',
      'identifier',
    ],
    ...[
      'value',
      'type',
      'interactionEvent',
      'primaryEmail',
      'primaryPhone',
      'profile',
      'passwordDigest',
      'roleIds',
      'id',
    ],
    ...[
      'passwordAlgorithm',
      'oidcClientMetadata',
      'redirectUris',
      'sentinelPolicy',
      '__proto__',
      'constructor',
      'tenantId',
    ],
    ...['preset', 'actions', 'targets', 'isSuspended', 'action', 'signIn', 'indicator', 'scopeIds', 'verificationId'],
  ];

  beforeAll(async () => {
    app = await createTestApp();
    await app.enableAccountCenter();
    const user = await app.createUser();
    token = await app.signIn(user);
    await app.events();
  });

  test('give no 5xx, a code each, nothing but JSON, and store nothing where they are refused', async () => {
    const routes = Object.values(routeGroups).flatMap(group => Object.values<Route>(group));
    const bodies = () =>
      pick([() => JSON.stringify(value()), () => pick(['{', '[', '{"a":', '"', 'NaN', '\u0000', '']), () => '{}'])();
    const answered = new Map<number, number>();
    let state = await fingerprintOf(app.database, app.tenant.id);
    for (let i = 0; i < 1000; i++) {
      const route = pick(routes);
      const method = pick(methodsOf(route));
      const path = route.path.replace(
        /:\w+/g,
        () => encodeURIComponent(pick(strings).slice(0, 100).toWellFormed()) || 'x',
      );
      const query =
        random() < 0.3
          ? `?page=${encodeURIComponent(pick(strings).toWellFormed())}&search=${encodeURIComponent(pick(strings).toWellFormed())}`
          : '';
      const bearer = pick([token.token, 'manager-1', pick(strings)]);
      const headers: Record<string, string> = {
        authorization: `Bearer ${bearer.replace(/[^\x20-\x7e]/g, '')}`,
        'content-type': 'application/json',
      };
      if (random() < 0.2) headers['if-match'] = pick(['*', '"', 'W/"1"', '"1.1.1"', ',,,']);
      if (random() < 0.2) headers['logto-verification-id'] = pick(strings).replace(/[^\x20-\x7e]/g, '');
      if (random() < 0.2) headers['accept-language'] = 'x'.repeat(9000);
      const body = method === 'GET' || method === 'DELETE' ? undefined : bodies();
      const answer = await app.request(method, path + query, { headers, ...(body !== undefined && { body }) });
      const where = `${method} ${path}${query} ${body} → ${JSON.stringify(answer.body)}`;
      expect(answer.status, where).toBeLessThan(500);
      const now = await fingerprintOf(app.database, app.tenant.id);
      if (answer.status >= 400) {
        expect(answer.body, where).toMatchObject({ code: expect.any(String), message: expect.any(String) });
        expect(now, where).toBe(state);
      }
      state = now;
      answered.set(answer.status, (answered.get(answer.status) ?? 0) + 1);
    }
    // The requests reach deep enough to mean something: past authentication, to validation and to handlers.
    expect([...answered.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
    // And the look at what is stored sees a change.
    expect((await app.management('PATCH', '/api/sign-in-exp', { supportEmail: 'help@acme.test' })).status).toBe(200);
    expect(await fingerprintOf(app.database, app.tenant.id)).not.toBe(state);
    expect(app.logged.filter(line => Reflect.get(line, 'sentence') === 'unforeseen error')).toEqual([]);
  });
});
