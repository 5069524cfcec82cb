import { type MessageUsage, messageUsages } from '@freehold/contract';
import { type Locale, locales } from '@freehold/messages';
import { beforeEach, describe, expect, test } from 'vitest';
import type { InboxMessage } from '../connectors/index.ts';
import { createInbox } from '../connectors/index.ts';
import { createEnvelope, createKeyRing, createOutbound } from '../lib/index.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { createMessenger, type Message, type MessageContext, type Messenger } from './index.ts';

interface World {
  readonly app: TestApp;
  readonly logged: object[];
  readonly send: (message?: Partial<Message>, context?: Partial<MessageContext>) => Promise<void>;
  readonly last: () => InboxMessage;
}

let world: World;
beforeEach(async () => {
  world = await openWorld();
});

async function openWorld(): Promise<World> {
  const app = await createTestApp();
  const inbox = createInbox({ clock: app.clock });
  const logged: object[] = [];
  const messenger: Messenger = createMessenger({
    envelope: app.envelope,
    outbound: createOutbound({ loopback: true }),
    development: true,
    inbox,
    log: { warn: (facts, sentence) => void logged.push({ ...facts, sentence }) },
  });
  const { database, tenant } = app;
  return {
    app,
    logged,
    send: (message, context) =>
      messenger.send(
        { database, tenant, now: app.clock(), locale: 'en', ...context },
        { channel: 'email', to: 'ada@example.com', usage: 'SignIn', code: '123456', ...message },
      ),
    last: () => {
      const [message] = inbox.list(tenant.id);
      if (!message) throw new Error('nothing was sent');
      return message;
    },
  };
}

const connect = async (templates: object[], connectorId = 'mock-email-service') => {
  const answer = await world.app.management('POST', '/api/connectors', { connectorId, config: { templates } });
  expect(answer.status).toBe(200);
};
const template = (usageType: string, words: string, contentType = 'text/html') => ({
  usageType,
  contentType,
  subject: words,
  content: words,
});
const putTemplates = async (templates: { languageTag: string; templateType: string; details: object }[]) => {
  const answer = await world.app.management('PUT', '/api/email-templates', { templates });
  expect(answer.status).toBe(200);
};
const words = (languageTag: string, subject: string, templateType = 'SignIn') => ({
  languageTag,
  templateType,
  details: { subject, content: subject },
});
const speak = async (languageInfo: object) => {
  expect((await world.app.management('PATCH', '/api/sign-in-exp', { languageInfo })).status).toBe(200);
};

describe('the words of a mail', () => {
  const own = [words('fr', 'tenant fr'), words('de', 'tenant de'), words('pt-BR', 'tenant pt-BR')];
  const config = [template('SignIn', 'config SignIn'), template('Generic', 'config Generic')];

  test.each<{
    name: string;
    own: typeof own;
    config: object[];
    languages: string[];
    usage?: MessageUsage;
    subject: string;
  }>([
    {
      name: 'the tenant’s, in the language of the person',
      own,
      config,
      languages: ['fr-CA', 'de'],
      subject: 'tenant fr',
    },
    { name: 'in the next language that they wish', own, config, languages: ['ja', 'de-AT'], subject: 'tenant de' },
    { name: 'in a language that we do not speak', own, config, languages: ['pt-BR'], subject: 'tenant pt-BR' },
    { name: 'else in the fallback language', own, config, languages: ['ja'], subject: 'tenant de' },
    { name: 'without any wish, too', own, config, languages: [], subject: 'tenant de' },
    {
      name: 'never in a third language: then the config’s, of the usage',
      own: [words('fr', 'tenant fr')],
      config,
      languages: ['ja'],
      subject: 'config SignIn',
    },
    { name: 'never of another usage', own, config, languages: ['fr'], usage: 'Register', subject: 'config Generic' },
    {
      name: 'else the config’s generic ones',
      own: [],
      config,
      languages: ['fr'],
      usage: 'BindMfa',
      subject: 'config Generic',
    },
    {
      name: 'which have an old name',
      own: [],
      config: [template('Test', 'config Test')],
      languages: ['fr'],
      subject: 'config Test',
    },
    {
      name: 'else the shipped ones, in the language of the person',
      own: [],
      config: [template('Register', 'config Register')],
      languages: ['fr-CA'],
      subject: '123456 est votre code pour vous connecter à TENANT',
    },
    {
      name: 'or in the fallback language',
      own: [],
      config: [],
      languages: ['pt-BR'],
      subject: '123456 ist Ihr Code für die Anmeldung bei TENANT',
    },
  ])('$name', async ({ own: templates, config: inConfig, languages, usage = 'SignIn', subject }) => {
    await speak({ autoDetect: true, fallbackLanguage: 'de' });
    if (templates.length > 0) await putTemplates(templates);
    await connect(inConfig);
    await world.send({ usage }, { languages });
    expect(world.last().subject).toBe(subject.replace('TENANT', world.app.tenant.id));
  });

  test('are in the tenant’s language alone where it does not want to guess', async () => {
    await speak({ autoDetect: false, fallbackLanguage: 'de' });
    await putTemplates(own);
    await world.send({}, { languages: ['fr'] });
    expect(world.last().subject).toBe('tenant de');
    await world.send({ usage: 'Register' }, { languages: ['fr'] });
    expect(world.last().subject).toBe(`123456 ist Ihr Code für ein neues Konto bei ${world.app.tenant.id}`);
  });

  test('take the language of a single wish', async () => {
    await world.send({}, { locale: 'ja' });
    expect(world.last().subject).toContain('サインイン');
  });

  test('are not found only where nobody has written any', async () => {
    const invitation = {
      usage: 'OrganizationInvitation',
      code: undefined,
      link: 'https://id.example.com/join',
    } as const;
    await expect(world.send(invitation)).rejects.toMatchObject({ code: 'connector.template_not_found' });
    await connect([template('Generic', 'Join: {{link}}')]);
    await world.send(invitation);
    expect(world.last()).toMatchObject({ code: null, html: 'Join: https://id.example.com/join' });
  });

  test('of a notice are never the generic ones, which speak of a code', async () => {
    await connect([template('Generic', 'Your code: {{code}}')]);
    const notice = { kind: 'password_changed', at: world.app.clock(), byAdministrator: false } as const;
    await world.send({ usage: 'SecurityNotice', code: undefined, notice });
    expect(world.last().subject).toBe(`Your password at ${world.app.tenant.id} was changed`);
    await connect([template('SecurityNotice', '{{notice.subject}} | {{notice.time}} | {{code}}')]);
    await world.send({ usage: 'SecurityNotice', code: undefined, notice });
    expect(world.last().subject).toBe(
      `Your password at ${world.app.tenant.id} was changed | June 1, 2026 at 12:00 PM (UTC) | {{code}}`,
    );
  });

  test('hold what the message brings, escaped in HTML and plain in text', async () => {
    const user = {
      id: 'u',
      name: '<b>Ada</b>\r\nBcc: x',
      username: 'ada',
      primaryEmail: null,
      primaryPhone: null,
      avatar: null,
      profile: {},
    };
    const content = '<p>Hi {{user.name}}, {{application.name}}: <b>{{code}}</b> ({{locale}}) {{constructor}}</p>';
    await putTemplates([
      {
        languageTag: 'en',
        templateType: 'SignIn',
        details: {
          subject: 'Hi {{user.name}}',
          content,
          replyTo: '{{user.name}} <help@example.com>',
          sendFrom: 'a@b.test',
        },
      },
      { languageTag: 'en', templateType: 'Generic', details: { subject: 's', content, contentType: 'text/plain' } },
    ]);
    const about = { user, application: { id: 'a', name: 'R&D' } };
    await world.send(about);
    expect(world.last()).toMatchObject({
      subject: 'Hi <b>Ada</b> Bcc: x',
      html: '<p>Hi &lt;b&gt;Ada&lt;/b&gt; Bcc: x, R&amp;D: <b>123456</b> (en) {{constructor}}</p>',
      text: 'Hi <b>Ada</b> Bcc: x, R&D: 123456 (en) {{constructor}}',
      payload: { code: '123456', locale: 'en', user, application: about.application },
    });
    await world.send({ ...about, usage: 'Generic' });
    expect(world.last()).not.toHaveProperty('html');
    expect(world.last().text).toBe('<p>Hi <b>Ada</b> Bcc: x, R&D: <b>123456</b> (en) {{constructor}}</p>');
  });
});

describe('the words of a text message', () => {
  test('are the config’s, of the usage, then generic, then the shipped ones', async () => {
    const sms = { channel: 'phone', to: '886912345678' } as const;
    await world.send(sms, { languages: ['fr'] });
    expect(world.last()).toMatchObject({
      channel: 'phone',
      to: '886912345678',
      text: `123456 est votre code pour vous connecter à ${world.app.tenant.id}. Ne le donnez à personne.\n@${world.app.tenant.id}.test #123456`,
    });
    await connect([template('Generic', 'Any {{code}}')], 'mock-short-message-service');
    await world.send(sms);
    expect(world.last().text).toBe('Any 123456');
    await connect([template('Generic', 'Any'), template('SignIn', 'In {{code}}')], 'mock-short-message-service');
    await world.send(sms);
    expect(world.last().text).toBe('In 123456');
    // A mail connector's templates are no text message's.
    await putTemplates([words('en', 'a mail')]);
    await world.send(sms);
    expect(world.last().text).toBe('In 123456');
  });
});

describe('the shipped messages', () => {
  test('speak for the application that somebody uses, and on the product’s own pages for the tenant', async () => {
    await world.app.management('PATCH', '/api/sign-in-exp', { displayName: 'Acme' });
    const saidBy = async (id: string) => {
      await world.send({ usage: 'SignIn', application: { id, name: 'Notes' } }, { languages: ['en'] });
      return /Acme|Notes/.exec(world.last().text ?? '')?.[0];
    };
    expect([await saidBy('a'), await saidBy('account-center'), await saidBy('console')]).toEqual([
      'Notes',
      'Acme',
      'Acme',
    ]);
  });

  const codeUsages = messageUsages.filter(usage => usage !== 'OrganizationInvitation' && usage !== 'SecurityNotice');

  test.each(locales)('%s: each code has a mail of two parts and a text message of its own', async locale => {
    const subjects = new Set<string>();
    for (const usage of codeUsages) {
      await world.send({ usage, application: { id: 'a', name: 'Ärzte & <Co>' } }, { languages: [locale] });
      const { subject = '', html = '', text } = world.last();
      subjects.add(subject);
      expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
      expect(html.match(/123456/g)).toHaveLength(1);
      expect(text.match(/123456/g)).toHaveLength(1);
      // A phone that lies locked on a table shows the subject and the first words: none of them may prove who somebody is.
      const shows = ['SignIn', 'Register', 'BindNewIdentifier'].includes(usage);
      expect(subject.includes('123456')).toBe(shows);
      if (!shows) expect(text?.indexOf('123456')).toBeGreaterThan(/^(?:ja|zh)/.test(locale) ? 75 : 120);
      expect(html).toContain('Ärzte &amp; &lt;Co&gt;');
      expect(html).not.toContain('<Co>');
      expect(text).toContain('Ärzte & <Co>');
      expect(text).toContain(new URL(world.app.tenant.endpoint).host);
      expect(`${html} ${text}`).toMatch(/\b10\b|10分/);
      // Every URL would be a place to click at; these mails have none.
      expect(html).not.toMatch(/https?:|href=|src=/);
      expect(`${subject} ${text}`).not.toMatch(/undefined|\{|\}/);
      await world.send({ usage, channel: 'phone', to: '886912345678' }, { languages: [locale] });
      expect(world.last().text).toContain('123456');
      expect(world.last().text).not.toMatch(/undefined|\{|\}| {2}/);
    }
    expect(subjects.size).toBe(codeUsages.length);
  });

  /** What fits into one segment (3GPP TS 23.038), and into two where a European language has letters that GSM has not. */
  const fits = (locale: string, text: string) => {
    if (/^(?:ja|zh)/.test(locale)) return 70;
    return /^[\x20-\x5f\x61-\x7a\nèéùìòÇØøÅåÆæßÉÄÖÑÜ§äöñüà]*$/.test(text) ? 160 : 134;
  };

  test.each(locales)(
    '%s: a text message is one segment, bound to our host where the code is typed there',
    async locale => {
      const tenant = { ...world.app.tenant, endpoint: 'https://id.acme.example' };
      for (const usage of codeUsages) {
        const message = {
          usage,
          channel: 'phone',
          to: '886912345678',
          application: { id: 'a', name: 'Acme' },
        } as const;
        await world.send(message, { languages: [locale], tenant });
        const { text = '' } = world.last();
        const bound = ['SignIn', 'Register', 'ForgotPassword'].includes(usage);
        expect(text.endsWith('\n@id.acme.example #123456')).toBe(bound);
        expect(text.match(/123456/g)).toHaveLength(bound ? 2 : 1);
        expect(text.length, text).toBeLessThanOrEqual(fits(locale, text));
      }
    },
  );

  test.each(['http://localhost:3001', 'https://id.acme.example:8443'])('bind no code to %s', async endpoint => {
    await world.send({ channel: 'phone', to: '886912345678' }, { tenant: { ...world.app.tenant, endpoint } });
    expect(world.last().text).not.toContain('@');
  });

  test.each([
    [600, undefined, 10],
    [60, undefined, 1],
    [3600, 600_000, 10],
    [300, 600_000, 5],
    [600, 1000, 1],
  ])('say how long a code is good: policy %i s, ends in %s ms', async (expirationDuration, ends, minutes) => {
    const verificationCodePolicy = { expirationDuration, maxRetryAttempts: 10 };
    await world.app.management('PATCH', '/api/sign-in-exp', { verificationCodePolicy });
    const expiresAt = ends === undefined ? undefined : new Date(world.app.clock().getTime() + ends);
    await world.send({ expiresAt });
    expect(world.last().text).toContain(`valid for ${minutes} minute`);
  });

  test('hold no name that a person has chosen: it would be an advertisement to any address', async () => {
    const user = {
      id: 'u',
      name: 'Buy at evil.test',
      username: 'evil',
      primaryEmail: null,
      primaryPhone: null,
      avatar: null,
      profile: {},
    };
    for (const usage of codeUsages) {
      await world.send({ usage, user });
      expect(`${world.last().subject} ${world.last().html} ${world.last().text}`).not.toContain('evil');
    }
  });

  test('name the tenant’s address, never the one of the request', async () => {
    const headers = { 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test', 'x-forwarded-proto': 'http' };
    const app = await createTestApp({ inbox: true });
    const body = { email: 'ada@example.com' };
    expect((await app.management('POST', '/api/verification-codes', body, headers)).status).toBe(204);
    const [message] = app.inbox();
    expect(JSON.stringify(message)).toContain(new URL(app.tenant.endpoint).host);
    expect(JSON.stringify(message)).not.toContain('evil');
  });

  test('speak the language of the request, and the tenant’s where it names none that there is', async () => {
    const app = await createTestApp({ inbox: true });
    await app.management('PATCH', '/api/sign-in-exp', { languageInfo: { autoDetect: true, fallbackLanguage: 'es' } });
    const subjectFor = async (headers: Record<string, string>) => {
      const answer = await app.management('POST', '/api/verification-codes', { email: 'ada@example.com' }, headers);
      expect(answer.status).toBe(204);
      return app.inbox()[0]?.subject;
    };
    const es = `Su código de verificación para ${app.tenant.id}`;
    expect(await subjectFor({ 'accept-language': 'ja, fr;q=0.5' })).toBe(`${app.tenant.id}の確認コード`);
    expect(await subjectFor({})).toBe(es);
    expect(await subjectFor({ 'accept-language': 'pt-BR' })).toBe(es);
  });
});

describe('a message that cannot be sent', () => {
  test('is a problem that names the connector, and tells the log what the provider said', async () => {
    const answer = await world.app.management('POST', '/api/connectors', {
      connectorId: 'http-email',
      config: { endpoint: 'http://127.0.0.1:9/', authorization: 'Bearer secret-of-the-gateway' },
    });
    expect(answer.status).toBe(200);
    await expect(world.send()).rejects.toMatchObject({
      code: 'connector.general',
      options: { data: { connectorId: answer.body.id } },
    });
    expect(world.logged).toMatchObject([{ connectorId: answer.body.id, sentence: 'a message could not be sent' }]);
    expect(JSON.stringify(world.logged)).not.toMatch(/123456|secret-of-the-gateway|ada@/);
  });

  test('in production without a connector is refused, and the inbox stays empty', async () => {
    const { app } = world;
    const inbox = createInbox({ clock: app.clock });
    const messenger = createMessenger({
      envelope: createEnvelope(createKeyRing(Buffer.alloc(32, 7).toString('base64'))),
      outbound: createOutbound({ loopback: false }),
      development: false,
      inbox,
      log: { warn: () => {} },
    });
    for (const channel of ['email', 'phone'] as const) {
      await expect(
        messenger.send(
          { database: app.database, tenant: app.tenant, now: app.clock(), locale: 'en' },
          { channel, to: 'ada@example.com', usage: 'SignIn', code: '123456' },
        ),
      ).rejects.toMatchObject({ code: 'connector.not_found' });
    }
    expect(inbox.list(app.tenant.id)).toEqual([]);
  });

  test('the mock factories exist in development alone', async () => {
    const production = await createTestApp({ parts: { development: false } });
    const ids = async (app: TestApp) =>
      (await app.management('GET', '/api/connector-factories')).body.map(({ id }: { id: string }) => id);
    const mocks = ['mock-email-service', 'mock-email-service-alternative', 'mock-short-message-service'];
    expect(await ids(world.app)).toEqual(expect.arrayContaining(mocks));
    for (const connectorId of mocks) {
      expect(await ids(production)).not.toContain(connectorId);
      const answer = await production.management('POST', '/api/connectors', { connectorId, config: {} });
      expect([answer.status, answer.body.code]).toEqual([422, 'connector.not_found_with_connector_id']);
    }
  });
});

const allLocales: readonly Locale[] = locales;
test('there are seven languages', () => {
  expect([...allLocales].sort()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'zh-CN', 'zh-TW']);
});
