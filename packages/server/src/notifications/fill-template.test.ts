import { describe, expect, test } from 'vitest';
import { fillTemplate } from './fill-template.ts';
import { htmlToText } from './html-to-text.ts';
import { lookUpLanguage } from './look-up-language.ts';

const payload = {
  code: '123456',
  locale: 'en',
  user: { name: 'Ada', profile: { nickname: 'al', nested: { deep: 1 } }, primaryEmail: null },
  application: { id: 'app', name: 'Shop' },
};

describe('places', () => {
  test.each([
    ['{{code}}', '123456'],
    ['{{ code }}', '123456'],
    ['{{  user.name  }}, {{application.name}}: {{code}}', 'Ada, Shop: 123456'],
    ['{{user.profile.nested.deep}}', '1'],
    // A root that the message does not bring, or that nobody knows, is the author's text.
    [
      '{{link}} {{organization.name}} {{secret}} {{tenant.id}}',
      '{{link}} {{organization.name}} {{secret}} {{tenant.id}}',
    ],
    // A path that leads nowhere is empty.
    ['[{{user.unknown}}][{{user.profile.nested.deep.er}}][{{code.length}}][{{user.primaryEmail}}]', '[][][][]'],
    // Objects have no words.
    ['[{{user}}][{{user.profile}}]', '[][]'],
    // What is no place.
    [
      '{{}} {{ }} {{co de}} {code} {{code} {{code;}} {{#if code}}',
      '{{}} {{ }} {{co de}} {code} {{code} {{code;}} {{#if code}}',
    ],
    ['{{{code}}}', '{123456}'],
  ])('%s', (template, filled) => {
    expect(fillTemplate(template, payload, 'text')).toBe(filled);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'constructor.name', '__proto__.polluted'])(
    'no root comes through the prototype: %s',
    root => {
      expect(fillTemplate(`{{${root}}}`, payload, 'text')).toBe(`{{${root}}}`);
    },
  );

  test.each([
    'code.constructor',
    'code.constructor.name',
    'user.constructor.name',
    'user.__proto__',
    'user.name.length',
  ])('no path goes through the prototype: %s', path => {
    expect(fillTemplate(`[{{${path}}}]`, payload, 'text')).toBe('[]');
  });

  test('what is inherited is not there', () => {
    const inherited = Object.assign(Object.create({ code: 'inherited' }), {
      user: Object.create({ name: 'inherited' }),
    });
    expect(fillTemplate('{{code}}[{{user.name}}]', inherited, 'text')).toBe('{{code}}[]');
  });

  test('a value is never read again as a template, nor as a pattern of what to put in', () => {
    const name = '{{code}} $& $1 $` {{user.name}}';
    expect(fillTemplate('{{user.name}}', { ...payload, user: { name } }, 'text')).toBe(name);
  });

  test.each([
    ['open braces', '{{'.repeat(100_000)],
    ['an endless name', `{{${'a'.repeat(200_000)}`],
    ['an endless blank', `{{${' '.repeat(200_000)}`],
    ['blanks after the name', `{{a${' '.repeat(200_000)}x`],
    ['dots', `{{${'a.'.repeat(100_000)}`],
    ['open braces and names', '{{a '.repeat(60_000)],
  ])('%s take no longer than their length', (_, template) => {
    const began = performance.now();
    expect(fillTemplate(template, payload, 'html')).toBe(template);
    // Quadratic, each would take many seconds.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('what people have chosen', () => {
  const name = '<b>Ada</b> & "co"\r\n\r\nYour account is locked: <a href="https://evil.test">unlock\u2028</a>\u202e';
  const filled = (part: 'html' | 'text' | 'header') => fillTemplate('Hi {{user.name}}.', { user: { name } }, part);

  test('is text in HTML, whatever it says', () => {
    expect(filled('html')).toBe(
      'Hi &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;co&quot; Your account is locked: &lt;a href=&quot;https://evil.test&quot;&gt;unlock &lt;/a&gt;.',
    );
    expect(fillTemplate("<a title='{{user.name}}'>", { user: { name: "' onclick='x" } }, 'html')).toBe(
      "<a title='&#39; onclick=&#39;x'>",
    );
  });

  test('is as it is in plain text, in one line', () => {
    expect(filled('text')).toBe(
      'Hi <b>Ada</b> & "co" Your account is locked: <a href="https://evil.test">unlock </a>.',
    );
  });

  test('makes no second address of a sender', () => {
    const evil = 'x" <evil@evil.test>, other@evil.test;';
    const sender = fillTemplate('{{user.name}} <noreply@example.com>', { user: { name: evil } }, 'header');
    expect(sender.match(/[<>,;"]/g)).toEqual(['<', '>']);
    expect(sender).toMatch(/ <noreply@example\.com>$/);
    expect(fillTemplate('{{user.primaryEmail}}', { user: { primaryEmail: 'ada@example.com' } }, 'header')).toBe(
      'ada@example.com',
    );
  });
});

describe('the text of an HTML mail', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<a href="https://example.com/a?b=1&amp;c=2">here</a>', 'here (https://example.com/a?b=1&c=2)'],
    ['<a href="https://example.com">https://example.com</a>', 'https://example.com'],
    ['<a href="javascript:alert(1)">here</a>', 'here'],
    ['<head><title>t</title><style>p{}</style></head><body>x</body>', 'x'],
    ['<script>alert(1)</script>x<!-- <p>no</p> -->y', 'xy'],
    ['<div style="display: none">preview</div>shown', 'shown'],
    ['a &amp; b &lt;c&gt; &#39;d&#39; &#x41; &nbsp;&unknown; &amp;lt;', "a & b <c> 'd' A \u00a0&unknown; &lt;"],
    ['&#0;&#xD800;&#1114112;x', 'x'],
    ['  many   \n blanks  ', 'many blanks'],
    ['<b>unclosed', 'unclosed'],
    ['a < b, 1<2 <', 'a < b, 1<2 <'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test.each([
    ['tags that never end', '<a '.repeat(50_000)],
    ['comments that never end', '<!--'.repeat(50_000)],
    ['entities that never end', '&#'.repeat(100_000)],
    ['blanks', ' \n'.repeat(100_000)],
    ['links', '<a href="x">'.repeat(20_000)],
    ['lines', '<br>'.repeat(50_000)],
  ])('%s take no longer than their length', (_, html) => {
    const began = performance.now();
    htmlToText(html);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('the language', () => {
  test.each([
    [['fr-CA'], ['en', 'fr'], 'fr'],
    [['fr'], ['fr-CA', 'en'], undefined],
    [['pt-BR', 'en'], ['en', 'pt-BR'], 'pt-BR'],
    [['zh-Hant-TW'], ['zh-TW', 'zh-Hant'], 'zh-Hant'],
    [['ZH-tw'], ['zh-TW'], 'zh-TW'],
    [['de-x-private', 'fr'], ['fr', 'de'], 'de'],
    [['xx', 'es-419'], ['es'], 'es'],
    [[], ['en'], undefined],
    [['en'], [], undefined],
    [['', '-', 'a-'.repeat(100)], ['en'], undefined],
  ])('of %j among %j is %s', (wishes, available, found) => {
    expect(lookUpLanguage(wishes, available)).toBe(found);
  });
});
