/** Two administrators at the same settings: with `If-Match` neither overwrites what they have not seen. */
import { describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

interface Settings {
  readonly path: string;
  /** A change, different for every number. */
  readonly change: (n: number) => object;
  /** What a change of this number has made. */
  readonly made: (n: number) => object;
}

const settings: readonly Settings[] = [
  {
    path: '/api/account-center',
    change: n => ({ fields: { name: 'Edit' }, customCss: `/* ${n} */` }),
    made: n => ({ customCss: `/* ${n} */` }),
  },
  {
    path: '/api/account-center/step-up-policy',
    change: n => ({ actions: { 'email.change': { maxAgeSeconds: 60 + n } } }),
    made: n => ({
      actions: expect.objectContaining({ 'email.change': expect.objectContaining({ maxAgeSeconds: 60 + n }) }),
    }),
  },
  {
    path: '/api/sign-in-exp',
    // The database keeps the members of a colour in an order of its own: the ETag must not hang on it.
    change: n => ({
      color: { primaryColor: '#123456', isDarkModeEnabled: true, darkPrimaryColor: '#abcdef' },
      customCss: `/* ${n} */`,
    }),
    made: n => ({ customCss: `/* ${n} */` }),
  },
];

const read = (app: TestApp, path: string) => app.management('GET', path);
const patch = (app: TestApp, path: string, body: object, ifMatch?: string) =>
  app.management('PATCH', path, body, ifMatch === undefined ? {} : { 'if-match': ifMatch });

describe.each(settings)('$path', ({ path, change, made }) => {
  test('is changed by who has seen what is there, and refused to who has not', async () => {
    const app = await createTestApp();
    const seen = (await read(app, path)).headers['etag'] ?? '';
    expect(seen).toMatch(/^"[\w-]{22}"$/);
    const first = await patch(app, path, change(1), seen);
    expect(first).toMatchObject({ status: 200, body: made(1) });
    await app.events();

    expect(await patch(app, path, change(2), seen)).toMatchObject({
      status: 412,
      body: {
        code: 'request.precondition_failed',
        type: expect.stringContaining('/errors/request.precondition_failed'),
      },
    });
    // One that would change nothing is one of something that is not there, too.
    expect(await patch(app, path, {}, seen)).toMatchObject({ status: 412 });
    const now = await read(app, path);
    expect(now).toMatchObject({ status: 200, body: made(1) });
    expect(await app.events()).toEqual([]);

    // The answer of a change tells the ETag that reading tells: the next change needs no reading before it.
    expect(first.headers['etag']).toBe(now.headers['etag']);
    expect(await patch(app, path, change(3), first.headers['etag'])).toMatchObject({ status: 200, body: made(3) });
  });

  test('is changed without a look at what is there by who sends no If-Match, or any', async () => {
    const app = await createTestApp();
    expect(await patch(app, path, change(1))).toMatchObject({ status: 200 });
    expect(await patch(app, path, change(2), '*')).toMatchObject({ status: 200, body: made(2) });
    const { headers } = await read(app, path);
    // As a proxy that compresses passes it on.
    expect(await patch(app, path, change(3), `"other", W/${headers['etag']}`)).toMatchObject({ status: 200 });
  });

  test('is changed by exactly one of two who send the same ETag at the same time', async () => {
    const app = await createTestApp();
    for (let round = 0; round < 5; round++) {
      const seen = (await read(app, path)).headers['etag'];
      const [a, b] = [10 + round * 2, 11 + round * 2];
      const answers = await Promise.all([patch(app, path, change(a), seen), patch(app, path, change(b), seen)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const winner = answers[0]?.status === 200 ? a : b;
      expect((await read(app, path)).body).toMatchObject(made(winner));
    }
  });
});

test('a change of the step-up policy is none of the fields, though one row holds both', async () => {
  const app = await createTestApp();
  const seen = (await read(app, '/api/account-center')).headers['etag'];
  await patch(app, '/api/account-center/step-up-policy', { preset: 'strict' });
  expect(await patch(app, '/api/account-center', { enabled: true }, seen)).toMatchObject({ status: 200 });
});
