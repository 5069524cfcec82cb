import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { card, fields, isFocused, openAs, settle, stored } from './account-pages.ts';
import { expectNoBarriers, openTask } from './account-tasks.ts';
import { visits } from './account-visits.ts';
import { baseUrl } from './environment.ts';
import { call, createPerson, type Person } from './operator.ts';
import { type GivenFile, redAndBlue, redIn } from './pictures.ts';

const visit = visits();

let ada: Person;

beforeEach(async () => {
  ada = await createPerson('Ada Lovelace');
});
const onProfile = (run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
  visit(options, async page => {
    await openAs(page, ada, '/account/profile');
    await picture(page).waitFor();
    await run(page);
  });

const picture = (page: Page) => card(page, 'Picture');
const shown = (page: Page) => picture(page).locator('.fh-avatar img');
const cropped = (page: Page) => page.locator('.fh-crop canvas');
const give = (page: Page, file: GivenFile) => page.locator('input[type="file"]').setInputFiles(file);
const save = (page: Page) => page.getByRole('button', { name: 'Use this picture' });
const isDone = (page: Page) => picture(page).getByText('Your picture was changed.').waitFor();
const avatarOf = async (person: Person) => (await stored(person))['avatar'];

/** Hands over a file as the system does: held over an element, dropped on it, or pasted there. */
const hand = (page: Page, kind: 'dragover' | 'drop' | 'paste', selector: string, { buffer, ...about }: GivenFile) =>
  page.locator(selector).evaluate(
    (element, given) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(given.content), letter => letter.charCodeAt(0));
      data.items.add(new File([bytes], given.about.name, { type: given.about.mimeType }));
      const how = { bubbles: true, cancelable: true };
      const event =
        given.kind === 'paste'
          ? new ClipboardEvent('paste', { ...how, clipboardData: data })
          : new DragEvent(given.kind, { ...how, dataTransfer: data });
      // Whether somebody took it.
      return !element.dispatchEvent(event);
    },
    { kind, about, content: buffer.toString('base64') },
  );

describe('somebody who gives their account a picture', () => {
  it('chooses a file and the part of it that is shown with the keyboard alone, and sees it', () =>
    onProfile(async page => {
      const chooser = page.getByLabel('Upload a picture');
      // Asked for this early: the browser has to hear of it before the press.
      const opened = page.waitForEvent('filechooser');
      for (let presses = 0; !(await isFocused(page, 'input[type="file"]')); presses++) {
        if (presses > 20) throw new Error('the chooser cannot be reached');
        await page.keyboard.press('Tab');
      }
      await picture(page).getByText('JPEG, PNG, GIF, WebP or BMP, at most 20 MB.').waitFor();
      await page.keyboard.press('Enter');
      await (await opened).setFiles(redAndBlue());

      await expect.poll(() => isFocused(page, '[type="range"]')).toBe(true);
      expect(await redIn(cropped(page))).toBe(50);
      const size = page.getByLabel('Size');
      expect(await size.getAttribute('aria-valuetext')).toBe('100%');
      for (let presses = 0; presses < 8; presses++) await page.keyboard.press('+');
      expect(await size.getAttribute('aria-valuetext')).toBe('214%');
      await page.keyboard.press('-');
      await page.keyboard.press('ArrowRight');
      expect(Number(await size.inputValue())).toBeGreaterThan(1.9);
      await page.keyboard.press('Tab');
      expect(await page.getByLabel('Left and right').evaluate(one => one === document.activeElement)).toBe(true);
      for (let presses = 0; presses < 12; presses++) await page.keyboard.press('ArrowLeft');
      expect(await redIn(cropped(page))).toBe(100);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Use this picture');
      await page.keyboard.press('Enter');

      await isDone(page);
      expect(await redIn(shown(page))).toBe(100);
      expect(await chooser.evaluate(one => one === document.activeElement)).toBe(true);
      expect(await page.getByRole('status').innerText()).toBe('Your picture was changed.');
      expect(await avatarOf(ada)).toMatch(new RegExp(`^${baseUrl}/user-assets/`));
      expect(await page.locator('.fh-crop').count()).toBe(0);
      await expectNoBarriers(page);
      await page.reload();
      expect(await redIn(shown(page))).toBe(100);
    }));

  it('pulls at it with a mouse, and chooses another one', () =>
    onProfile(async page => {
      await give(page, redAndBlue());
      const { x, y, width } = (await cropped(page).boundingBox()) ?? { x: 0, y: 0, width: 0 };
      const pull = async (by: number) => {
        await page.mouse.move(x + width / 2, y + width / 2);
        await page.mouse.down();
        await page.mouse.move(x + width / 2 + by, y + width / 2, { steps: 3 });
        await page.mouse.up();
      };
      await pull(width / 2);
      expect(await redIn(cropped(page))).toBe(75);
      await pull(-2 * width);
      expect(await redIn(cropped(page))).toBe(25);
      const opened = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose another picture' }).click();
      await (await opened).setFiles(redAndBlue(300, 300));
      await expect.poll(() => redIn(cropped(page))).toBe(50);
      // As a whole it is square: there is nowhere to move it to.
      expect(await page.getByLabel('Left and right').getAttribute('aria-disabled')).toBe('true');
      expect(await page.getByLabel('Size').evaluate(one => one === document.activeElement)).toBe(true);
      await page.getByLabel('Left and right').focus();
      await page.keyboard.press('ArrowLeft');
      expect(await page.getByLabel('Left and right').inputValue()).toBe('0.5');
    }));

  it('chooses another one while the first is on its way, and finds it when that has arrived', () =>
    onProfile(async page => {
      let goOn: () => void = () => {};
      const held = new Promise<void>(resolve => {
        goOn = resolve;
      });
      await page.route('**/my-account/user-assets/avatar', async route => {
        await held;
        await route.fallback();
      });
      await give(page, redAndBlue());
      await save(page).click();
      await page.getByText('Uploading').first().waitFor();
      expect(await hand(page, 'paste', 'h1', redAndBlue(300, 300))).toBe(true);
      goOn();
      await isDone(page);
      // As a whole it is square, which the first one is not.
      await expect.poll(() => page.getByLabel('Left and right').getAttribute('aria-disabled')).toBe('true');
      await save(page).click();
      await cropped(page).waitFor({ state: 'detached' });
      await isDone(page);
    }));

  it('drags one here or pastes one, but never into a field of text', () =>
    onProfile(async page => {
      expect(await hand(page, 'paste', 'input[name="name"]', redAndBlue())).toBe(false);
      expect(await hand(page, 'drop', 'input[name="name"]', redAndBlue())).toBe(false);
      expect(await hand(page, 'dragover', '.fh-upload', redAndBlue())).toBe(true);
      await page.locator('.fh-upload-over').waitFor();
      expect(await page.locator('.fh-crop').count()).toBe(0);
      expect(await hand(page, 'drop', '.fh-upload', redAndBlue())).toBe(true);
      await cropped(page).waitFor();
      expect(await page.locator('.fh-upload-over').count()).toBe(0);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await cropped(page).waitFor({ state: 'detached' });
      expect(await isFocused(page, 'input[type="file"]')).toBe(true);
      expect(await avatarOf(ada)).toBeNull();
      expect(await hand(page, 'paste', 'h1', redAndBlue())).toBe(true);
      await cropped(page).waitFor();
      await save(page).click();
      await isDone(page);
      expect(await redIn(shown(page))).toBe(50);
    }));

  it('takes it away again', () =>
    onProfile(async page => {
      expect(await page.getByRole('button', { name: 'Remove picture' }).count()).toBe(0);
      await give(page, redAndBlue());
      await save(page).click();
      await isDone(page);
      await page.getByRole('button', { name: 'Remove picture' }).click();
      await picture(page).getByText('Picture removed.').waitFor();
      expect(await isFocused(page, 'input[type="file"]')).toBe(true);
      expect(await picture(page).locator('.fh-avatar').innerText()).toBe('AL');
      expect(await page.getByRole('button', { name: 'Remove picture' }).count()).toBe(0);
      expect(await avatarOf(ada)).toBeNull();
      await expectNoBarriers(page);
    }));

  it('is asked when another picture has come meanwhile, and not for anything else', () =>
    onProfile(async page => {
      await call('PATCH', `/api/users/${ada.id}`, { name: 'Ada King' });
      await give(page, redAndBlue());
      await save(page).click();
      await isDone(page);
      await call('PATCH', `/api/users/${ada.id}`, { avatar: 'https://pictures.example/ada.png' });
      await page.getByRole('button', { name: 'Remove picture' }).click();
      await picture(page).getByText('Your account was changed somewhere else a moment ago.').waitFor();
      await expectNoBarriers(page);
      await page.getByRole('button', { name: /Keep theirs|Keep the other/ }).click();
      await picture(page).getByText('Your picture is kept at pictures.example.').waitFor();
      expect(await avatarOf(ada)).toBe('https://pictures.example/ada.png');
    }));
});

describe('a file that cannot be taken', () => {
  const refused: readonly [string, string, Buffer, RegExp][] = [
    ['is too large', 'me.png', Buffer.alloc(20 * 1024 * 1024 + 1), /^This file is larger than 20 MB\./],
    ['is no picture', 'me.txt', Buffer.from('hello'), /^This file isn’t a picture/],
    ['has scripts in it', 'me.svg', Buffer.from('<svg/>'), /^This file isn’t a picture/],
    ['only calls itself a picture', 'me.png', Buffer.from('<html>'), /^This file isn’t a picture/],
  ];
  // On a disk, as people have them: what lies there needs not go through the browser's wire to be looked at.
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'freehold-pictures-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(refused)('because it %s is refused in words, and another one is taken', (_why, name, content, words) =>
    onProfile(async page => {
      const sent: string[] = [];
      page.on('request', request => sent.push(request.url()));
      await writeFile(join(folder, name), content);
      await page.locator('input[type="file"]').setInputFiles(join(folder, name));
      expect(await picture(page).getByRole('alert').innerText()).toMatch(words);
      await expectNoBarriers(page);
      expect(sent.filter(url => url.includes('user-assets'))).toEqual([]);
      await give(page, redAndBlue());
      await cropped(page).waitFor();
      expect(await picture(page).getByRole('alert').count()).toBe(0);
    }),
  );
});

describe('somebody whose network is cut in the middle', () => {
  it('loses nothing while it is sent, and sends it with one more press', () =>
    onProfile(async page => {
      await give(page, redAndBlue());
      await page.getByLabel('Left and right').focus();
      await page.keyboard.press('Home');
      await page.route('**/user-assets/avatar', route => route.abort());
      await save(page).click();
      await picture(page)
        .getByText(/^We couldn’t reach the service/)
        .waitFor();
      expect(await redIn(cropped(page))).toBe(75);
      await expectNoBarriers(page);
      await page.unroute('**/user-assets/avatar');
      await page.context().setOffline(true);
      await save(page).click();
      await picture(page)
        .getByText(/^You’re offline/)
        .waitFor();
      await page.context().setOffline(false);
      await save(page).click();
      await isDone(page);
      expect(await redIn(shown(page))).toBe(75);
    }));

  it('learns whether it has become the picture', () =>
    onProfile(async page => {
      let arrives = false;
      await page.route('**/api/my-account', async route => {
        if (route.request().method() !== 'PATCH') return route.continue();
        if (arrives) await route.fetch();
        return route.abort();
      });
      await give(page, redAndBlue());
      await save(page).click();
      await picture(page)
        .getByText(/^Your change didn’t arrive\./)
        .waitFor();
      expect(await redIn(cropped(page))).toBe(50);
      expect(await avatarOf(ada)).toBeNull();
      arrives = true;
      await save(page).click();
      await isDone(page);
      expect(await redIn(shown(page))).toBe(50);
    }));
});

describe('a picture elsewhere', () => {
  it('is never loaded from a stranger’s host, and can be taken away', () =>
    visit({}, async page => {
      const elsewhere: string[] = [];
      page.on('request', request => {
        if (request.url().includes('pictures.example')) elsewhere.push(request.url());
      });
      await call('PATCH', `/api/users/${ada.id}`, { avatar: 'https://pictures.example/ada.png' });
      await openAs(page, ada, '/account/profile');
      await page.getByText('Your picture is kept at pictures.example').waitFor();
      expect(await picture(page).locator('.fh-avatar').innerText()).toBe('AL');
      await expectNoBarriers(page);
      await page.getByRole('button', { name: 'Remove picture' }).click();
      await page.getByText('Picture removed.').first().waitFor();
      expect(await avatarOf(ada)).toBeNull();
      expect(elsewhere).toEqual([]);
    }));

  it('can be seen and not be changed where the administrator has it so', async () => {
    await settle({ fields: { ...fields('Edit'), avatar: 'ReadOnly' } });
    try {
      await onProfile(async page => {
        await picture(page)
          .getByText(/^Managed by/)
          .waitFor();
        expect(await picture(page).locator('button, input').count()).toBe(0);
        expect(await hand(page, 'paste', 'h1', redAndBlue())).toBe(false);
      });
    } finally {
      await settle();
    }
  });
});

describe('choosing the part that is shown', () => {
  const phone = { width: 320, height: 640 };
  for (const [what, options] of [
    ['in the light', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a small phone', { viewport: phone, hasTouch: true, isMobile: true }],
    ['in Traditional Chinese, on a small phone in the dark', { viewport: phone, locale: 'zh-TW', colorScheme: 'dark' }],
    ['in German, on a small phone', { viewport: phone, locale: 'de' }],
    ['in forced colours', { forcedColors: 'active' }],
  ] as const) {
    it(`is in nobody's way ${what}`, () =>
      visit({ ...options }, async page => {
        await openTask(page, '/account/profile', ada);
        await page.locator('input[type="file"]').waitFor({ state: 'attached' });
        await give(page, redAndBlue());
        await cropped(page).waitFor();
        await expectNoBarriers(page);
        const small = await page
          .locator('.fh-upload :is(button, input, label)')
          .evaluateAll(elements =>
            elements
              .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24)
              .map(one => one.outerHTML),
          );
        expect(small).toEqual([]);
        await page.locator('.fh-upload button[type="submit"]').click();
        await page.locator('.fh-upload .fh-notice-ok').waitFor();
        await expectNoBarriers(page);
      }));
  }
});
