import { makeWords } from '@freehold/client/react/kit';
import type { SignInExperience } from '@freehold/contract';
import { common } from '@freehold/messages/en/common';
import { consoleWords } from '@freehold/messages/en/console';
import { describe, expect, test } from 'vitest';
import { layOver, meanwhileRows } from './settings-diff.ts';

const words = makeWords('en', { ...common, ...consoleWords });

const username = { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true };
const begun = {
  color: { primaryColor: '#2456d6', isDarkModeEnabled: true, darkPrimaryColor: '#8fb0ff' },
  languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
  signInMode: 'SignInAndRegister',
  signIn: { methods: [username] },
  signUp: { identifiers: ['username'], password: true, verify: false },
  passwordPolicy: {
    length: { min: 8, max: 256 },
    characterTypes: { min: 1 },
    rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: [] },
  },
  supportEmail: null,
} as unknown as SignInExperience;
const { passwordPolicy } = begun;

describe('what somebody else has saved meanwhile', () => {
  test('is told setting by setting, in words, with mine where I changed the same', () => {
    const now = {
      ...begun,
      signInMode: 'SignIn',
      languageInfo: { autoDetect: false, fallbackLanguage: 'zh-TW' },
      signIn: {
        methods: [username, { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false }],
      },
      signUp: { ...begun.signUp, identifiers: ['username', 'email'] },
      passwordPolicy: { ...passwordPolicy, length: { min: 12, max: 256 } },
      supportEmail: 'they@example.com\u202E',
    } as SignInExperience;
    const mine = { ...begun, passwordPolicy: { ...passwordPolicy, length: { min: 10, max: 256 } } };
    const rows = meanwhileRows(begun, mine, now, words);
    expect(rows.map(({ name, begun: before, now: after, mine: own }) => [name, before, after, own])).toEqual([
      ['Languages · Open in the reader’s language', 'On', 'Off', undefined],
      ['Languages · Language for everybody else', 'English', '繁體中文', undefined],
      ['People can', 'Sign in and create an account', 'Only sign in', undefined],
      ['Signing in · Email address', 'Not set', 'One-time code, Password', undefined],
      ['A new account begins with', 'Username', 'Username, Email address', undefined],
      ['Passwords · Least characters', '8', '12', '10'],
      ['Email address of the help desk', 'Not set', 'they@example.com', undefined],
    ]);
  });

  test('is nothing where only members differ that the page does not show', () => {
    expect(meanwhileRows(begun, begun, { ...begun, hideLogtoBranding: true }, words)).toEqual([]);
  });
});

describe('my changes, laid over theirs', () => {
  test('undo none of theirs below the same heading', () => {
    const mine = { ...begun, passwordPolicy: { ...passwordPolicy, length: { min: 10, max: 256 } } };
    const theirs = {
      ...begun,
      supportEmail: 'they@example.com',
      passwordPolicy: { ...passwordPolicy, length: { min: 8, max: 64 }, characterTypes: { min: 2 } },
    };
    expect(layOver(begun, mine, theirs)).toEqual({
      passwordPolicy: { ...passwordPolicy, length: { min: 10, max: 64 }, characterTypes: { min: 2 } },
    });
  });

  test('are mine where both changed the same, and nothing where theirs say it already', () => {
    const mine = { ...begun, supportEmail: 'me@example.com', signInMode: 'SignIn' } as SignInExperience;
    const theirs = { ...begun, supportEmail: 'they@example.com', signInMode: 'SignIn' } as SignInExperience;
    expect(layOver(begun, mine, theirs)).toEqual({ supportEmail: 'me@example.com' });
  });
});
