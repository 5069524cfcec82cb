import { describe, expect, it } from 'vitest';
import { settle } from './account-pages.ts';
import { visits } from './account-visits.ts';
import { findBarriers, overflowsSideways } from './browser.ts';
import { createPerson } from './operator.ts';

const visit = visits();

describe('everybody', () => {
  const zalgo = `Z${'\u0337\u0321\u0327\u0328'.repeat(10)}a \u202Egnp.exe <img src=x onerror=alert(1)> ${'W'.repeat(40)}`;
  const places = ['/account', '/account/profile', '/account/security', '/account/nothing'];

  for (const [what, options, language] of [
    ['at 320 pixels', { viewport: { width: 320, height: 640 }, hasTouch: true }, 'en'],
    ['in the dark', { colorScheme: 'dark' }, 'en'],
    [
      'in Traditional Chinese, at 320 pixels in the dark',
      { viewport: { width: 320, height: 640 }, locale: 'zh-TW', colorScheme: 'dark' },
      'zh-TW',
    ],
    ['in German, on a small tablet', { viewport: { width: 700, height: 900 }, locale: 'de' }, 'de'],
    ['from right to left', { viewport: { width: 320, height: 640 } }, 'rtl'],
    ['in forced colours', { forcedColors: 'active' }, 'en'],
  ] as const) {
    it(`can read and use every page ${what}, whatever their name is`, () =>
      visit({ ...options }, async page => {
        const person = await createPerson(zalgo);
        await settle({ deleteAccountUrl: 'https://acme.example/delete' });
        await page.goto('/account');
        await page.waitForURL(/\/sign-in\b/);
        await page.locator('input[autocomplete^="username"]').fill(person.username);
        await page.locator('input[type="password"]').fill(person.password);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/account$/);
        for (const place of places) {
          await page.goto(place);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.locator('.fh-center').waitFor();
          await page.locator('.fh-loading').waitFor({ state: 'detached' });
          if (language === 'rtl') await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
          expect(await overflowsSideways(page), place).toBe(false);
          const outside = await page.locator('.fh-account *').evaluateAll(elements =>
            elements
              .filter(element => !element.closest('.fh-visually-hidden, .fh-skip, bdi, [hidden], select'))
              .map(element => ({ box: element.getBoundingClientRect(), what: element.outerHTML.slice(0, 120) }))
              .filter(({ box }) => box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
              .map(({ what }) => what),
          );
          expect(outside, place).toEqual([]);
          const small = await page
            .locator('main a, main button, header button, header select')
            .evaluateAll(elements =>
              elements
                .filter(
                  element => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().height < 24,
                )
                .map(element => element.outerHTML),
            );
          expect(small, place).toEqual([]);
          expect(await page.locator('body').innerText()).not.toContain('\u202e');
          expect(await findBarriers(page), place).toEqual([]);
        }
      }));
  }
});
