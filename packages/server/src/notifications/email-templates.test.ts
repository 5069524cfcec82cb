import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});

const details = { subject: 'Your code', content: '<p>{{code}}</p>' };
const put = (...templates: object[]) => app.management('PUT', '/api/email-templates', { templates });
const template = (languageTag: string, templateType = 'SignIn', words: object = details) => ({
  languageTag,
  templateType,
  details: words,
});

describe('PUT /api/email-templates', () => {
  test('writes templates and answers them', async () => {
    const { status, body } = await put(
      template('zh-tw'),
      template('en', 'Generic', { ...details, replyTo: 'a@b.test' }),
    );
    expect([status, body]).toEqual([
      200,
      [
        {
          tenantId: app.tenant.id,
          id: expect.stringMatching(/^[a-z0-9]{21}$/),
          languageTag: 'en',
          templateType: 'Generic',
          details: { ...details, replyTo: 'a@b.test' },
          createdAt: app.clock().getTime(),
        },
        expect.objectContaining({ languageTag: 'zh-TW', templateType: 'SignIn', details }),
      ],
    ]);
    expect(await app.events()).toEqual([
      {
        type: 'settings-changed',
        userId: null,
        data: { settings: 'email-templates', change: 'put', ids: body.map(({ id }: { id: string }) => id) },
        outbox: [],
      },
    ]);
  });

  test('writes over the one of the same language and type, which keeps its id; all others stay', async () => {
    const first = await put(template('en'), template('fr'), template('en', 'Register'));
    app.clock.advance(1000);
    const second = await put(template('EN', 'SignIn', { subject: 'New', content: 'new', contentType: 'text/plain' }));
    const old = first.body.find(
      ({ languageTag, templateType }: Record<string, string>) => languageTag === 'en' && templateType === 'SignIn',
    );
    expect(second.body).toEqual([{ ...old, details: { subject: 'New', content: 'new', contentType: 'text/plain' } }]);
    expect((await app.management('GET', '/api/email-templates')).body).toHaveLength(3);
  });

  test('of two for the same place in one request the later one stays', async () => {
    const { body } = await put(template('en'), template('en', 'SignIn', { subject: 'Later', content: 'x' }));
    expect(body).toMatchObject([{ details: { subject: 'Later' } }]);
  });

  test('twenty at once make one template', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(template('en'), template('fr'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await app.management('GET', '/api/email-templates')).body).toHaveLength(2);
  });

  test.each<[string, object]>([
    ['no language tag', template('not a tag')],
    ['an endless language tag', template(`en-${'abcdefgh-'.repeat(9)}x`)],
    ['an unknown type', template('en', 'Newsletter')],
    ['no words', template('en', 'SignIn', {})],
    ['no content', template('en', 'SignIn', { subject: 'x', content: '' })],
    ['another content type', template('en', 'SignIn', { ...details, contentType: 'text/markdown' })],
    ['a NUL', template('en', 'SignIn', { ...details, content: 'a\0' })],
    ['too much', template('en', 'SignIn', { ...details, content: 'x'.repeat(65_537) })],
  ])('refuses %s, and writes nothing of the request', async (_, bad) => {
    const answer = await put(template('en'), bad);
    expect([answer.status, answer.body.code]).toEqual([400, 'guard.invalid_input']);
    expect((await app.management('GET', '/api/email-templates')).body).toEqual([]);
    expect(await app.events()).toEqual([]);
  });
});

describe('reading', () => {
  test('lists all, or those of a language, a type, or both', async () => {
    await put(template('en'), template('fr'), template('en', 'Register'));
    const list = async (query: string) =>
      (await app.management('GET', `/api/email-templates${query}`)).body.map(
        ({ languageTag, templateType }: Record<string, string>) => `${languageTag} ${templateType}`,
      );
    expect(await list('')).toEqual(['en Register', 'en SignIn', 'fr SignIn']);
    expect(await list('?languageTag=en')).toEqual(['en Register', 'en SignIn']);
    expect(await list('?languageTag=EN')).toEqual(['en Register', 'en SignIn']);
    expect(await list('?templateType=SignIn')).toEqual(['en SignIn', 'fr SignIn']);
    expect(await list('?languageTag=fr&templateType=SignIn')).toEqual(['fr SignIn']);
    expect(await list('?languageTag=ja')).toEqual([]);
    expect((await app.management('GET', '/api/email-templates?templateType=None')).status).toBe(400);
  });

  test('of another tenant are not there', async () => {
    const [{ id }] = (await put(template('en'))).body;
    const other = await createTestApp();
    for (const [method, body] of [['GET'], ['PATCH', { details: { subject: 'x' } }], ['DELETE']] as const) {
      const answer = await other.management(method, `/api/email-templates/${id}`, body);
      expect([method, answer.status, answer.body.code]).toEqual([method, 404, 'entity.not_exists_with_id']);
    }
    expect((await other.management('GET', '/api/email-templates')).body).toEqual([]);
    expect(await other.events()).toEqual([]);
  });
});

describe('one template', () => {
  test('is read, changed in single members, and deleted', async () => {
    const [made] = (await put(template('en', 'SignIn', { ...details, sendFrom: 'a@b.test' }))).body;
    await app.events();
    const path = `/api/email-templates/${made.id}`;
    expect((await app.management('GET', path)).body).toEqual(made);
    const changed = await app.management('PATCH', path, { details: { subject: 'Other' } });
    expect([changed.status, changed.body]).toEqual([
      200,
      { ...made, details: { ...details, sendFrom: 'a@b.test', subject: 'Other' } },
    ]);
    expect((await app.management('PATCH', path, { details: { subject: '' } })).status).toBe(400);
    expect((await app.management('DELETE', path)).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      const answer = await app.management(method, path);
      expect([answer.status, answer.body.code]).toEqual([404, 'entity.not_exists_with_id']);
    }
    expect((await app.events()).map(({ type, data }) => [type, data['change'], data['ids']])).toEqual([
      ['settings-changed', 'update', [made.id]],
      ['settings-changed', 'delete', [made.id]],
    ]);
  });

  test.each(['PUT', 'GET'])('%s needs a token of the Management API', async method => {
    const answer = await app.request(method, '/api/email-templates', {
      body: method === 'PUT' ? { templates: [] } : undefined,
    });
    expect(answer.status).toBe(401);
  });
});
