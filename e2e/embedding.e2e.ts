/** An application of somebody else's, on another site, that shows the account in its own pages. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers, journey, launch, overflowsSideways } from './browser.ts';
import { baseUrl } from './environment.ts';
import { landsOn, press, signInByKeys, typeInto } from './keyboard.ts';
import {
  createApplication,
  createPerson,
  newPassword,
  newUsername,
  openAccount,
  openRegistration,
  type Person,
} from './operator.ts';
import { type Site, startSite } from './outside/site.ts';
import { redAndBlue } from './pictures.ts';

const root = new URL('..', import.meta.url).pathname;
const run = promisify(execFile);

// As strict as an application can be with itself: no style and no script but its own files, no string that becomes either.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' data: blob: ${baseUrl}`,
  `connect-src 'self' ${baseUrl}`,
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

let browser: Browser;
let site: Site;
let plain: Site;
let build: string;

beforeAll(async () => {
  await openRegistration();
  await openAccount(['name', 'avatar', 'profile', 'username', 'email', 'phone', 'password', 'social']);
  [site, plain, browser] = await Promise.all([startSite(policy), startSite(policy), launch()]);
  const clientId = await createApplication('Fieldnotes', `${site.origin}/callback`, `${site.origin}/`);
  build = mkdtempSync(join(tmpdir(), 'freehold-example-'));
  await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', build], {
    cwd: join(root, 'examples/react-app'),
    env: { ...process.env, VITE_FREEHOLD_ENDPOINT: baseUrl, VITE_FREEHOLD_CLIENT_ID: clientId },
  });
  site.serve(build);
  const plainId = await createApplication('Plain page', `${plain.origin}/`, `${plain.origin}/`);
  plain.serve(join(root, 'examples/plain-page'));
  plain.answer('/config.js', `export const endpoint = '${baseUrl}';\nexport const clientId = '${plainId}';\n`);
}, 120_000);

afterAll(async () => {
  await Promise.all([browser?.close(), site?.close(), plain?.close()]);
  if (build !== undefined) rmSync(build, { recursive: true, force: true });
});

/** Opens a page of the application, signs in on ours, and is back. */
async function enter(page: Page, address: string, { username, password }: Person): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/sign-in\b/);
  await page.getByRole('textbox').first().fill(username);
  await page.locator('input[type="password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`^${new URL(address).origin}/`));
}

/** How elements look, the first one of each kind: every property that the browser has worked out, a line each. */
const looksOf = (page: Page, selector: string, leaveOut = '^$') =>
  page.evaluate(
    ([chosen, left]) => {
      const skip = new RegExp(left);
      const kinds = new Map<string, Element>();
      for (const element of document.querySelectorAll(chosen)) {
        const kind = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
        if (!kinds.has(kind)) kinds.set(kind, element);
      }
      return [...kinds].flatMap(([kind, element]) => {
        const style = getComputedStyle(element);
        const properties = [...style].filter(name => !name.startsWith('--') && !skip.test(name));
        return properties.map(name => `${kind} ${name}: ${style.getPropertyValue(name)}`);
      });
    },
    [selector, leaveOut] as const,
  );

/** Sizes follow the room that a page gives; the text and the boxes in it do not. */
const room =
  '^(?:(?:min-|max-)?(?:width|height|inline-size|block-size)|perspective-origin|transform-origin|top|right|bottom|left|inset.*|grid-template-.*)$';

/** Lines that are new: what became of an element. */
const changesOf = (before: readonly string[], after: readonly string[]): string[] => {
  const known = new Set(before);
  return after.filter(line => !known.has(line));
};

describe('the React example', () => {
  it('compiles for those who resolve modules as a bundler does, and as Node does', async () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const compile = (more: readonly string[]) =>
      run(process.execPath, [tsc, '-p', join(root, 'examples/react-app'), ...more]);
    await compile([]);
    await compile(['--module', 'nodenext', '--moduleResolution', 'nodenext']);
  }, 60_000);

  it('has people change name and password in the settings of the application', () =>
    journey(browser, {}, async page => {
      const ada = await createPerson('Ada Lovelace');
      await enter(page, `${site.origin}/settings/profile`, ada);
      await page.getByLabel('Full name').fill('Ada King');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => page.getByLabel('Full name').inputValue()).toBe('Ada King');

      // From place to place by the application's own addresses, Back included.
      await page.getByRole('link', { name: 'Security' }).click();
      await page.waitForURL(`${site.origin}/settings/security`);
      await page.getByText(/^Changed \w+ \d+, \d{4}$/).waitFor();
      await page.goBack();
      await page.waitForURL(`${site.origin}/settings/profile`);

      await page.goto(`${site.origin}/settings/security/password`);
      const password = newPassword();
      await page.getByLabel('New password').fill(password);
      await page.getByRole('button', { name: 'Change password' }).click();
      const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' });
      await dialog.getByLabel('Password', { exact: true }).fill('not my password');
      await dialog.getByRole('button', { name: 'Confirm' }).click();
      await dialog.getByText('This password isn’t right.').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await dialog.getByLabel('Password', { exact: true }).fill(ada.password);
      await dialog.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('Your password was changed.').first().waitFor();
      expect(await findBarriers(page)).toEqual([]);

      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${site.origin}/`);
      await enter(page, `${site.origin}/settings`, { ...ada, password });
      await page.getByText('Ada King').first().waitFor();
    }));

  it('lets them change the password there with the keyboard alone', () =>
    journey(browser, {}, async page => {
      const ada = await createPerson('Ada Lovelace');
      await page.goto(`${site.origin}/settings`);
      await press(page, page.getByRole('button', { name: 'Sign in' }));
      await page.waitForURL(/\/sign-in\b/);
      await signInByKeys(page, ada);
      await page.waitForURL(`${site.origin}/**`);
      await press(page, page.getByRole('navigation', { name: /^Sections/ }).getByRole('link', { name: 'Security' }));
      await landsOn(page, page.getByRole('heading', { name: 'Security' }));
      await press(page, page.getByRole('link', { name: 'Change Password' }));
      await landsOn(page, page.getByRole('heading', { name: 'Change your password' }));
      await typeInto(page, page.getByLabel('New password'), newPassword());
      await page.keyboard.press('Enter');
      await landsOn(page, page.getByRole('dialog').getByLabel('Password', { exact: true }));
      await page.keyboard.type(ada.password);
      await press(page, page.getByRole('dialog').getByRole('button', { name: 'Confirm' }));
      await landsOn(page, page.locator('.fh-came-of-it').filter({ hasText: 'Your password was changed.' }));
    }));

  it('shows the picture that was uploaded, although it lies with us and not with the application', () =>
    journey(browser, {}, async page => {
      await enter(page, `${site.origin}/settings/profile`, await createPerson('Ada Lovelace'));
      await page.locator('input[type="file"]').setInputFiles(redAndBlue());
      await page.getByRole('button', { name: 'Use this picture' }).click();
      await page.getByText('Your picture was changed.').first().waitFor();
      const picture = page.locator('.fh-avatar-96 img');
      await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(512);
    }));

  it('speaks the language of the page, in the dark, on a small phone', () =>
    journey(browser, { colorScheme: 'dark', viewport: { width: 320, height: 640 } }, async page => {
      await enter(page, `${site.origin}/parts`, await createPerson('小明'));
      const field = page.locator('.fh-root input[autocomplete="new-password"]');
      await field.fill('half-typed');
      await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('zh-TW');
      await page.getByRole('button', { name: '變更密碼' }).waitFor();
      expect(await field.inputValue()).toBe('half-typed');
      const roots = await page
        .locator('.fh-root')
        .evaluateAll(all => all.map(one => [one.getAttribute('lang'), getComputedStyle(one).colorScheme]));
      expect(new Set(roots.map(String))).toEqual(new Set(['zh-TW,dark']));
      expect(await overflowsSideways(page)).toBe(false);
      expect(await findBarriers(page)).toEqual([]);
      await field.fill(newPassword());
      await page.getByRole('button', { name: '變更密碼' }).click();
      await page.getByRole('dialog', { name: '確認是你本人' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await field.inputValue()).not.toBe('');
    }));

  it('has a form of its own that our hooks see to', () =>
    journey(browser, {}, async page => {
      const ada = await createPerson('Ada Lovelace');
      const taken = await createPerson('Grace Hopper');
      const username = newUsername();
      await enter(page, `${site.origin}/handle`, ada);
      const field = page.getByLabel('How others mention you');
      expect(await field.inputValue()).toBe(ada.username);
      await field.fill(taken.username);
      await page.getByRole('button', { name: 'Save handle' }).click();
      await expect.poll(() => page.locator('#handle-problem').innerText()).toMatch(/taken|use/);
      await field.fill(username);
      await page.getByRole('button', { name: 'Save handle' }).click();
      await page.getByText(`You are @${username} now.`).waitFor();
      expect(await findBarriers(page)).toEqual([]);
    }));
});

// What styles of pages do to elements, all at once.
const hostile = `
  * { margin: 13px; padding: 7px; box-sizing: content-box; border: 1px dotted red; letter-spacing: 3px; color: red; }
  html { font-size: 16px; }
  body * { text-transform: uppercase; text-align: right; }
  main, div, section, article { font-style: italic; font-weight: 700; }
  button, input, select, textarea { min-width: 9em; border-radius: 0; background: yellow; font: bold 30px monospace; box-shadow: 5px 5px red; }
  .app button { float: right; text-shadow: 1px 1px blue; }
  h1, h2, h3, p, ul, li, dl, dt, dd { margin: 3em; list-style: square; font: italic 40px serif; text-indent: 2em; }
  a { color: lime; background: black; text-decoration: overline; }
  label, dialog, form { display: inline; float: left; width: 30%; background: pink; }
  svg { width: 100%; height: auto; display: block; vertical-align: middle; }
  *::before, *::after { content: "!"; }
  :focus { outline: none; }
`;

describe('two style sheets in one page', () => {
  it('ours keeps its look, whatever the page says about elements', () =>
    journey(browser, {}, async page => {
      const ada = await createPerson('Ada Lovelace');
      await enter(page, `${site.origin}/parts`, ada);
      await page.locator('.fh-root input[autocomplete="new-password"]').waitFor();
      await page.waitForLoadState('networkidle');
      // Lines of drawings are attributes, which a page may overrule: of those, what is seen is judged.
      const ours = '.fh-root :not(svg, svg *)';
      const before = await looksOf(page, ours, room);
      const icons = () =>
        page.locator('.fh-root svg.fh-icon').evaluateAll(all =>
          all.map(one => {
            const { color, stroke, fill, display } = getComputedStyle(one);
            return [color, stroke, fill, display, one.getBoundingClientRect().width].join(' ');
          }),
        );
      const drawn = await icons();
      site.answer('/hostile.css', hostile);
      await page.addStyleTag({ url: '/hostile.css' });
      const after = await looksOf(page, ours, room);
      expect(before.length).toBeGreaterThan(5000);
      expect(changesOf(before, after)).toEqual([]);
      expect(drawn.length).toBeGreaterThan(2);
      expect(await icons()).toEqual(drawn);
      // The page's own elements have it, so that there was something to withstand.
      const letters = page.locator('header button').first();
      expect(await letters.evaluate(button => getComputedStyle(button).letterSpacing)).toBe('3px');
    }));

  it('the page keeps its look when ours is loaded, and when a part is mounted', () =>
    journey(browser, {}, async page => {
      const sample = `<h1>a</h1><h2>b</h2><p>c <a href="#">d</a> <b>e</b></p><ul><li>f</li></ul><label>g <input></label>
        <select><option>h</option></select><textarea></textarea><button>i</button><fieldset><legend>j</legend></fieldset>
        <table><tr><td>k</td></tr></table><svg width="20" height="20"><path d="M0 0h20"/></svg><dialog open>l</dialog>
        <div class="m_77c9d27d mantine-Button-root" data-mantine-color-scheme="dark">m</div><div dir="rtl">n</div>`;
      const html = (more: string) =>
        `<!doctype html><html lang="en" data-mantine-color-scheme="dark"><title>x</title>${more}<body>${sample}</body></html>`;
      site.answer('/without.html', html(''));
      site.answer('/with.html', html('<link rel="stylesheet" href="/embedded.css">'));
      site.answer('/embedded.css', readFileSync(join(root, 'packages/client/dist/react/styles.css'), 'utf8'));
      await page.goto(`${site.origin}/without.html`);
      const without = await looksOf(page, 'html, body, body *');
      expect(without.length).toBeGreaterThan(5000);
      await page.goto(`${site.origin}/with.html`);
      expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(50);
      expect(changesOf(without, await looksOf(page, 'html, body, body *'))).toEqual([]);

      // On the page of the custom form none of our parts is mounted; on the other one the whole account is.
      await enter(page, `${site.origin}/handle`, await createPerson('Ada Lovelace'));
      await page.getByLabel('How others mention you').waitFor();
      const theirs = () =>
        looksOf(page, 'html, body, header, header strong, header select, header button, main > h1', room);
      const unmounted = await theirs();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.locator('.fh-root h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(changesOf(unmounted, await theirs())).toEqual([]);
      const left = await page.evaluate(() => ({
        html: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
        body: [...document.body.attributes].map(({ name }) => name),
        styles: document.querySelectorAll('style').length,
        kept: Object.keys(localStorage).filter(key => !key.startsWith('oidc.')),
      }));
      expect(left).toEqual({ html: ['lang=en', 'data-scheme=light'], body: [], styles: 0, kept: [] });
    }));
});

describe('the plain page', () => {
  it('has people change name and password with nothing but fetch', () =>
    journey(browser, {}, async page => {
      const ada = await createPerson('Ada Lovelace');
      const password = newPassword();
      await enter(page, `${plain.origin}/`, ada);
      await page.getByText(ada.username).waitFor();
      expect(new URL(page.url()).search).toBe('');
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('Name', { exact: true }).fill('Ada King');
      await page.getByRole('button', { name: 'Save name' }).click();
      await page.getByText('Your name was saved.').waitFor();

      await page.getByLabel('New password').fill(password);
      await page.getByRole('button', { name: 'Change password' }).click();
      const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' });
      await dialog.getByLabel('Current password').fill('not my password');
      await dialog.getByRole('button', { name: 'Confirm' }).click();
      await expect.poll(() => dialog.getByRole('alert').innerText()).not.toBe('');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Nothing was changed.').waitFor();
      await page.getByRole('button', { name: 'Change password' }).click();
      await dialog.getByLabel('Current password').fill(ada.password);
      expect(await findBarriers(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('Your password was changed.').waitFor();

      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${plain.origin}/`);
      await enter(page, `${plain.origin}/`, { ...ada, password });
      await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ada King');
    }));

  it('renews an access token that has ended, and goes on', () =>
    journey(browser, {}, async page => {
      const ada = await createPerson('Ada Lovelace');
      await enter(page, `${plain.origin}/`, ada);
      await page.getByText(ada.username).waitFor();
      await page.evaluate(() => {
        const tokens = JSON.parse(sessionStorage.getItem('tokens') ?? '{}');
        sessionStorage.setItem('tokens', JSON.stringify({ ...tokens, access_token: 'ended' }));
      });
      await page.getByLabel('Name', { exact: true }).fill('Ada King');
      await page.getByRole('button', { name: 'Save name' }).click();
      await page.getByText('Your name was saved.').waitFor();
    }));
});
