/** Words and codes: templates that administrators write, and codes that services send for purposes of their own. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeSentTo, messagesTo } from '../lib/inbox.mjs';
import { unique } from '../lib/operator.mjs';
import { apiClient, byId, expect, refused } from './client.mjs';

const send = body => apiClient.POST('/api/verification-codes', { body });
const verify = body => apiClient.POST('/api/verification-codes/verify', { body });

describe('email templates', () => {
  test('are written, found by language and type, changed, used and deleted', async () => {
    const details = {
      subject: 'Judged: {{code}}',
      content: '<p>{{code}}, says the judge</p>',
      contentType: 'text/html',
    };
    const template = { languageTag: 'en', templateType: 'Generic', details };
    const others = { ...template, languageTag: 'fr', details: { ...details, subject: 'Jugé : {{code}}' } };
    const put = templates => expect(200, apiClient.PUT('/api/email-templates', { body: { templates } }));
    const list = query => expect(200, apiClient.GET('/api/email-templates', { params: { query } }));
    const written = await put([template, others]);
    assert.deepEqual(
      written.map(({ languageTag, templateType }) => [languageTag, templateType]),
      [
        ['en', 'Generic'],
        ['fr', 'Generic'],
      ],
    );
    const [english] = written;
    assert.deepEqual(await list({ languageTag: 'en' }), [english]);
    assert.deepEqual(await list({ templateType: 'SignIn' }), []);
    assert.deepEqual(await expect(200, apiClient.GET('/api/email-templates/{id}', byId(english.id))), english);

    const change = { ...byId(english.id), body: { details: { subject: 'Changed: {{code}}' } } };
    const changed = await expect(200, apiClient.PATCH('/api/email-templates/{id}', change));
    assert.deepEqual(changed.details, { ...details, subject: 'Changed: {{code}}' });
    assert.equal((await put([template]))[0].id, english.id, 'written over, it stays the one that it was');
    await expect(200, apiClient.PATCH('/api/email-templates/{id}', change));

    const email = `${unique('template')}@judge.example`;
    await expect(204, send({ email }));
    const [message] = await messagesTo(email);
    assert.equal(message.subject, `Changed: ${message.code}`);
    assert.equal(message.html, `<p>${message.code}, says the judge</p>`);

    for (const { id } of written) await expect(204, apiClient.DELETE('/api/email-templates/{id}', byId(id)));
    await refused(404, 'entity.not_exists_with_id', apiClient.GET('/api/email-templates/{id}', byId(english.id)));
    assert.deepEqual(await list(), []);
  });

  test('of a message that there is not are refused', async () => {
    const templates = [{ languageTag: 'en', templateType: 'Sing', details: { subject: 'x', content: 'x' } }];
    const body = { templates };
    await refused(400, 'guard.invalid_input', apiClient.PUT('/api/email-templates', { body }));
  });
});

describe('codes of a service', () => {
  for (const [kind, address] of [
    ['email', () => `${unique('code')}@judge.example`],
    ['phone', () => `8869${String(Date.now()).slice(-8)}`],
  ]) {
    test(`by ${kind}: right once, and for the address that they were sent to`, async () => {
      const to = { [kind]: address() };
      await expect(204, send(to));
      const code = await codeSentTo(to[kind], 'Generic');
      assert.match(code, /^\d{6}$/);
      const wrong = code === '000000' ? '000001' : '000000';
      await refused(400, 'verification_code.code_mismatch', verify({ ...to, verificationCode: wrong }));
      const elsewhere = { [kind]: address().replace(/\d/, digit => (Number(digit) + 1) % 10), verificationCode: code };
      await refused(400, 'verification_code.not_found', verify(elsewhere));
      await expect(204, verify({ ...to, verificationCode: code }));
      await refused(400, 'verification_code.not_found', verify({ ...to, verificationCode: code }));
    });
  }

  test('one that is sent again takes the place of the one before', async () => {
    const email = `${unique('code')}@judge.example`;
    await expect(204, send({ email }));
    const first = await codeSentTo(email, 'Generic');
    await expect(204, send({ email }));
    const second = await codeSentTo(email, 'Generic');
    // One time in a million they are the same.
    if (first !== second)
      await refused(400, 'verification_code.code_mismatch', verify({ email, verificationCode: first }));
    await expect(204, verify({ email, verificationCode: second }));
  });

  test('are not sent to one address without end', async () => {
    const email = `${unique('flood')}@judge.example`;
    for (let sent = 0; sent < 10; sent++) await expect(204, send({ email }));
    const { response } = await send({ email });
    assert.equal(response.status, 429);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
    assert.equal((await messagesTo(email)).length, 10);
  });
});
