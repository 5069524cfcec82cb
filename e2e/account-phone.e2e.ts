import { describe, expect, it } from 'vitest';
import { dialog, settleIdentifiers, step, tasks } from './account-identifiers.ts';
import { fields, settle } from './account-pages.ts';
import { createHolder, enterCode, newPhone, readHolder } from './account-people.ts';
import { openTask } from './account-tasks.ts';
import { visitsAfter } from './account-visits.ts';
import { findBarriers } from './browser.ts';
import { errorOf } from './steps.ts';

const visit = visitsAfter(settleIdentifiers);

describe('somebody with a phone', () => {
  it('adds its number as they say it at home, and removes it again', () =>
    visit({ locale: 'zh-TW' }, async page => {
      const ada = await createHolder();
      const number = newPhone();
      await openTask(page, tasks.phone, ada);
      await step(page, '新增手機號碼').waitFor();
      await page.getByLabel('國家或地區').waitFor();
      await page.getByLabel('新的手機號碼').fill(`0${number.slice(3)}`);
      await page.getByText(/\+886 9\d\d \d\d\d \d\d\d/).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog(page).getByLabel('密碼', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await enterCode(page, `+${number}`);
      await step(page, /你的手機號碼已改為 \+886 9/).waitFor();
      expect((await readHolder(ada.id)).primaryPhone).toBe(number);

      await page.goto(tasks.phone);
      await page.getByRole('button', { name: '移除這個號碼' }).click();
      await step(page, '要移除手機號碼嗎？').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: '保留' }).click();
      await page.getByRole('button', { name: '移除這個號碼' }).click();
      await page.getByRole('button', { name: '移除手機號碼' }).click();
      await dialog(page).getByLabel('密碼', { exact: true }).fill(ada.password);
      await page.keyboard.press('Enter');
      await step(page, '你的手機號碼已移除。').waitFor();
      expect((await readHolder(ada.id)).primaryPhone).toBeNull();
    }));

  it('is told what no number is', () =>
    visit({}, async page => {
      await openTask(page, tasks.phone, await createHolder());
      await page.getByLabel('New phone number').fill('12');
      await page.keyboard.press('Enter');
      expect(await errorOf(page, 'New phone number')).toMatch(/isn’t a phone number/);
    }));
});

describe('somebody who may look and not touch', () => {
  it('sees the value and whom to ask, or that it is not there', () =>
    visit({}, async page => {
      const ada = await createHolder();
      await settle({ fields: { ...fields('Edit'), email: 'ReadOnly', phone: 'Off' } });
      try {
        await openTask(page, tasks.email, ada);
        await page.locator('main').getByText(ada.primaryEmail).waitFor();
        expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
        expect(await findBarriers(page)).toEqual([]);
        await page.goto(tasks.phone);
        await page
          .getByText(/^This isn’t available in your account/)
          .first()
          .waitFor();
        expect(await findBarriers(page)).toEqual([]);
      } finally {
        await settle();
      }
    }));
});
