import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { type ConsoleScene, faultsOf, openConsole } from './console-scene.ts';
import { tabTo } from './keyboard.ts';
import { type MailServer, startMailServer } from './outside/mail-server.ts';

let browser: Browser;
let scene: ConsoleScene;
let mail: MailServer;

beforeAll(async () => {
  browser = await launch();
  [scene, mail] = await Promise.all([openConsole(browser), startMailServer('mailer', 'a-secret-of-the-mailer')]);
});
afterAll(() => Promise.all([browser?.close(), scene?.end(), mail?.kill()]));

type Saved = { readonly id: string; readonly type: string; readonly config: Record<string, unknown> };
/** What is set up, without what its kind says of itself. */
async function connectors(): Promise<readonly Saved[]> {
  const all = (await scene.manage('GET', '/api/connectors')) as readonly Saved[];
  return all.map(({ id, type, config }) => ({ id, type, config }));
}

async function removeAll(): Promise<void> {
  for (const { id } of await connectors()) await scene.manage('DELETE', `/api/connectors/${id}`);
}

const smtp = '/console/connectors/new/simple-mail-transfer-protocol';

/** Types what the mail server of this test needs. */
async function fillIn(page: Page, password = mail.password): Promise<void> {
  await page.getByLabel('Host', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(mail.port));
  await page.getByLabel('User name').fill(mail.user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('From', { exact: true }).fill('Acme <no-reply@acme.example>');
}

/** Trusts the certificate of a server that plays a part. */
async function trust(page: Page): Promise<void> {
  await page.getByText('More settings').click();
  await page.getByLabel('TLS options').fill('{ "rejectUnauthorized": false }');
}

async function sendTest(page: Page, to: string): Promise<void> {
  await page.getByLabel('Your email address').fill(to);
  await page.getByRole('button', { name: 'Send test message' }).click();
}

const arrivedAt = (address: string) => mail.mails.take(`a mail to ${address}`, ({ to }) => to.includes(address));

describe('an administrator who connects a mail server', () => {
  it('is told that messages stay in the inbox until then', () =>
    scene.at('/console/connectors', async page => {
      await page.getByText('messages stay in its own inbox').first().waitFor();
      expect(await page.title()).toMatch(/^Connectors · \S/);
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('link', { name: 'Mail server (SMTP)' }).click();
      await page.getByRole('heading', { level: 1, name: 'Mail server (SMTP)' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }));

  it.each([
    ['zh-TW', '寄件者', '權杖端點的驗證方式', '以簽章傳送（client_secret_jwt）'],
    ['de', 'Absender', 'Anmeldung am Token-Endpunkt', 'Als Signatur (client_secret_jwt)'],
  ])('reads every form in the language of the page: %s', (locale, from, method, choice) =>
    scene.at(
      smtp,
      async page => {
        await page.getByLabel(from, { exact: true }).waitFor();
        await page.goto('/console/connectors/new/oidc');
        await page.getByLabel(method).selectOption({ label: choice });
        expect(await page.locator('main form [lang="en"]').allInnerTexts()).toEqual([]);
        expect(await faultsOf(page)).toEqual([]);
      },
      { locale, viewport: { width: 320, height: 700 } },
    ),
  );

  it('tries it before anything is saved, and is told in words what is wrong', () =>
    scene.at(smtp, async page => {
      await sendTest(page, 'ada@example.com');
      // What is missing is told at its field, and the keyboard is there.
      await page.getByText('This is needed.').first().waitFor();
      expect(await page.getByLabel('Host', { exact: true }).evaluate(field => field === document.activeElement)).toBe(
        true,
      );
      expect(await faultsOf(page)).toEqual([]);

      await fillIn(page, 'not the password');
      await sendTest(page, 'ada@example.com');
      await page.getByText('No encrypted connection came about').waitFor();
      await trust(page);
      await sendTest(page, 'ada@example.com');
      await page.getByText('doesn’t accept the user name or the password').waitFor();
      expect(await page.locator('.fh-request-id').innerText()).toMatch(/\S{10}/);
      expect(await page.locator('main').innerText()).not.toContain('not the password');
      expect(await faultsOf(page)).toEqual([]);

      await page.getByLabel('Port', { exact: true }).fill('1');
      await sendTest(page, 'ada@example.com');
      await page.getByText('Nobody answers at this address').waitFor();
      expect(await connectors()).toEqual([]);
    }));

  it('sees the test message arrive, saves, and changes something else without typing the secret again', () =>
    scene.at(smtp, async page => {
      await fillIn(page);
      await trust(page);
      await sendTest(page, 'grace@example.com');
      await page.getByText('Handed over for grace@example.com').waitFor();
      expect((await arrivedAt('grace@example.com')).text).toContain('000000');
      expect(await faultsOf(page)).toEqual([]);

      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('Saved.').first().waitFor();
      await page.getByText('There are no words of your own for these messages').waitFor();
      await page.waitForURL(/\/console\/connectors\/(?!new)/);
      await page.getByText('Saved, and not shown.').waitFor();
      expect(await page.content()).not.toContain(mail.password);
      expect(await faultsOf(page)).toEqual([]);

      await page.reload();
      await page.getByLabel('Answers go to').fill('Help <help@acme.example>');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Saved.').first().waitFor();
      await sendTest(page, 'later@example.com');
      await page.getByText('Handed over for later@example.com').waitFor();
      await arrivedAt('later@example.com');
      const [saved] = await connectors();
      expect(saved?.config).toMatchObject({
        host: '127.0.0.1',
        replyTo: 'Help <help@acme.example>',
        requireTLS: true,
        auth: { user: 'mailer' },
      });
      // Nothing was proposed that would take the place of the shipped mails.
      expect(saved?.config).not.toHaveProperty('templates');
    }));

  it('has to type the secret again when it would go somewhere else', async () => {
    const [saved] = await connectors();
    await scene.at(`/console/connectors/${saved?.id}`, async page => {
      await page.getByLabel('Host', { exact: true }).fill('localhost');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Enter it again: the address that it is sent to has changed.').first().waitFor();
      await page.getByRole('button', { name: 'Replace', exact: true }).click();
      const password = page.getByLabel('Password', { exact: true });
      expect(await password.evaluate(field => field === document.activeElement)).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
      await password.fill(mail.password);
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Saved.').first().waitFor();
    });
    expect((await connectors())[0]?.config['host']).toBe('localhost');
  });

  it('finds what was typed again after a look at another page', async () => {
    const [saved] = await connectors();
    await scene.at(`/console/connectors/${saved?.id}`, async page => {
      await page.getByLabel('From', { exact: true }).fill('Someone <else@acme.example>');
      await page.getByRole('link', { name: 'All connectors' }).click();
      await page.getByRole('link', { name: 'Mail server (SMTP)' }).first().click();
      await page.getByLabel('Host', { exact: true }).waitFor();
      expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('Someone <else@acme.example>');
      await page.getByRole('button', { name: 'Discard' }).click();
      expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('Acme <no-reply@acme.example>');
    });
  });

  it('reads what stops before the connector is removed', async () => {
    await scene.at('/console/connectors', async page => {
      await page.getByRole('link', { name: 'Mail server (SMTP)' }).first().click();
      await page.getByRole('button', { name: 'Remove connector' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Resetting a forgotten password with a code').waitFor();
      await dialog.getByText('messages then stay in the inbox').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(await connectors()).toHaveLength(1);
      await page.getByRole('button', { name: 'Remove connector' }).click();
      await dialog.getByRole('button', { name: 'Remove connector' }).click();
      await page.waitForURL(/\/console\/connectors$/);
      await page.getByText('messages stay in its own inbox').first().waitFor();
    });
    expect(await connectors()).toEqual([]);
  });
});

describe('an administrator who connects a provider', () => {
  afterEach(removeAll);

  it('knows the return address before saving, tries the way there, and is led to where it is offered', () =>
    scene.at('/console/connectors/new/mock-social-connector', async page => {
      const address = await page.locator('.fh-secret').innerText();
      expect(address).toMatch(new RegExp(`^${scene.url}/callback/[a-z0-9]{12}$`));
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.waitForURL(url => address.endsWith(url.pathname.split('/').pop() ?? '?'));
      await page.getByRole('button', { name: 'Prepare the round trip' }).click();
      await page.getByText('It leads to mock-social.').waitFor();
      const way = new URL((await page.getByRole('link', { name: /Sign in at/ }).getAttribute('href')) ?? '');
      expect(way.searchParams.get('redirect_uri')).toBe(address);
      await page.getByText('It isn’t offered on the sign-in page yet').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }));

  it('names one of a protocol, and is told at the field when its key is taken', async () => {
    const config = { issuer: 'https://id.example.com', clientId: 'a', clientSecret: 'b' };
    const metadata = { target: 'acme-id', name: { en: 'Acme' } };
    await scene.manage('POST', '/api/connectors', { connectorId: 'oidc', config, metadata });
    await scene.at('/console/connectors/new/oidc', async page => {
      await page.getByLabel('Issuer').fill('http://id.example.com');
      await page.getByLabel('Client ID').fill('freehold');
      await page.getByLabel('Client secret').fill('a secret');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('This is needed.').first().waitFor();
      await page.getByLabel('Key of its accounts').fill('acme-id');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page.getByText('Enter a web address that begins with https://.').first().waitFor();
      await page.getByLabel('Issuer').fill('https://id.example.com');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await page
        .locator('.mantine-InputWrapper-error')
        .getByText(/target/i)
        .waitFor();
      const target = page.getByLabel('Key of its accounts');
      expect(await target.evaluate(field => field === document.activeElement)).toBe(true);
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});

describe('whoever the administrator is', () => {
  afterEach(removeAll);

  it('a form is filled in and saved with the keyboard alone', async () => {
    await scene.at('/console/connectors', async page => {
      await tabTo(page, page.getByRole('link', { name: 'HTTP SMS' }));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'HTTP SMS' }).waitFor();
      await tabTo(page, page.getByLabel('Address of the gateway'));
      await page.keyboard.type('https://gateway.example.com/messages');
      await tabTo(page, page.getByLabel('Authorization header'));
      await page.keyboard.type('Bearer of-a-secret');
      await page.keyboard.press('Enter');
      await page.getByText('Saved.').first().waitFor();
    });
    expect(await connectors()).toMatchObject([{ type: 'Sms' }]);
  });

  it.each([
    ['on a small phone', { viewport: { width: 320, height: 640 } }],
    ['in the dark', { colorScheme: 'dark' }],
    ['in Traditional Chinese', { locale: 'zh-TW', viewport: { width: 320, height: 640 } }],
    ['in German on a small phone', { locale: 'de', viewport: { width: 320, height: 640 } }],
  ] as const)('%s everything can be read and reached', async (_, options) => {
    const hostile = '"><img src=x onerror=alert(1)> \u202Egnp.exe';
    const config = { issuer: 'https://id.example.com', clientId: hostile, clientSecret: 'b' };
    const metadata = { target: 'hostile', name: { en: hostile } };
    const made = (await scene.manage('POST', '/api/connectors', { connectorId: 'oidc', config, metadata })) as Saved;
    await scene.at(
      '/console/connectors',
      async page => {
        expect(await faultsOf(page)).toEqual([]);
        for (const path of [smtp, `/console/connectors/${made.id}`]) {
          await page.goto(path);
          await page.locator('form input').first().waitFor();
          for (const more of await page.locator('details > summary').all()) await more.click();
          expect([path, await faultsOf(page)]).toEqual([path, []]);
        }
      },
      options,
    );
  });
});
