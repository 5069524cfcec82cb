import { expect, test } from 'vitest';
import { wishesOf } from './wishes.ts';

test('hands on to the sign-in page how an application looks and speaks', () => {
  expect(wishesOf('?redirect=https://app.example&color_scheme=dark&ui_locales=zh-TW%20en').signIn).toEqual({
    color_scheme: 'dark',
    ui_locales: 'zh-TW en',
  });
});

test('hands on nothing that is not a wish', () => {
  expect(wishesOf('?color_scheme=purple&ui_locales=&prompt=none').signIn).toEqual({});
});

test('goes back by itself unless the application says otherwise', () => {
  expect(['', '?auto=1', '?auto=0'].map(search => wishesOf(search).automatic)).toEqual([true, true, false]);
});
