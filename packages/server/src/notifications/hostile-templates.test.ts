/** Texts that make a careless reader try the same thing again and again, where mails are made of templates. */
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { fillTemplate } from './fill-template.ts';
import { htmlToText } from './html-to-text.ts';
import { lookUpLanguage } from './look-up-language.ts';

const size = 128 * 1024;
const of = (piece: string): string => piece.repeat(size / piece.length);
const hostile: Readonly<Record<string, string>> = {
  braces: of('{'),
  'open places': of('{{ '),
  'places of a name without an end': of('{{a'),
  'one long place': `{{${of('a.')}}}`,
  'places with many spaces': of(`{{${' '.repeat(60)}`),
  places: of('{{ code }}'),
  'signs of tags': of('<'),
  'open tags': of('<a '),
  'open comments': of('<!--'),
  'links without an end': of('<a href="'),
  'links of single quotes': `${of("<a href='")}>`,
  'links in links': of('<a href="https://a.test">'),
  'a tag of one letter': `<${of('a')}>`,
  'hidden blocks': of('<div style="display:none">'),
  styles: of('<style>'),
  'a style of spaces': `<div style="display:${of(' ')}x">`,
  spaces: of(' \t'),
  lines: of('\n'),
  breaks: of('<br>'),
  entities: of('&'),
  'open entities': of('&#1'),
  'entities of entities': of('&amp;amp;'),
};
const user = { name: of('x'), username: of('<'), profile: { a: { b: of('{{code}}') } } };
const payload = { code: '123456', user };

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'filling HTML': text => fillTemplate(text, payload, 'html'),
  'filling text': text => fillTemplate(text, payload, 'text'),
  'filling a header': text => fillTemplate(text, payload, 'header'),
  'escaping a name': text => fillTemplate('{{user.name}}', { user: { name: text } }, 'html'),
  'writing a name in a line': text => fillTemplate('{{user.name}}', { user: { name: text } }, 'text'),
  'reading HTML': text => htmlToText(text),
  'looking up a language': text => lookUpLanguage([text], ['en', text.slice(0, 100)]),
};

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('takes milliseconds, whatever it is given', () => {
    for (const [name, text] of Object.entries(hostile)) {
      const costs = [1, 2, 3].map(() => {
        const { user: before } = process.cpuUsage();
        read(text);
        return (process.cpuUsage().user - before) / 1000;
      });
      // The best of three, far above one pass over the text and far below its square.
      expect([name, Math.min(...costs) < 250]).toEqual([name, true]);
    }
  });
});

test('what somebody has chosen is filled in once, however much of a template it looks like', () => {
  expect(fillTemplate('{{user.name}} {{code}}', { code: '123456', user: { name: '{{code}}' } }, 'text')).toBe(
    '{{code}} 123456',
  );
  const trap = JSON.parse('{"user":{"__proto__":{"name":"inherited"},"constructor":{"name":"own"}},"code":"1"}');
  expect(fillTemplate('{{user.name}}|{{user.toString}}|{{code.length}}|{{__proto__.name}}', trap, 'text')).toBe(
    '|||{{__proto__.name}}',
  );
  expect(Reflect.get({}, 'name')).toBeUndefined();
});

test('an application whose name is more than a name writes no second sentence into a mail', async () => {
  const app = await createTestApp({ inbox: true });
  await app.enableAccountCenter();
  const name = 'Acme\r\nYour account is locked\u2028<b>Call\u202e us</b>';
  const made = await app.management('POST', '/api/applications', { name, type: 'SPA' });
  const user = await app.createUser({ email: 'ada@example.com', phone: '886912345678' });
  const token = await app.signIn(user, { clientId: made.body.id });
  const shown = 'Acme Your account is locked <b>Call us</b>';
  const identifier = { type: 'email', value: 'ada@example.com' };
  await app.account(token, 'POST', '/api/verifications/verification-code', { body: { identifier } });
  const [mail] = app.inbox('ada@example.com');
  expect(mail?.text).toContain(shown);
  expect(mail?.html).toContain('Acme Your account is locked &lt;b&gt;Call us&lt;/b&gt;');
  expect(mail?.html).not.toContain('<b>');
  expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/Acme\s*[\r\n]|\u2028|\u202e/);
});
