import { expect, test } from 'vitest';
import { concerns, firstSteps } from './first-steps.ts';
import type { Readiness } from './readiness.ts';

const fresh: Readiness = {
  administrators: 1,
  emailConnector: false,
  application: false,
  accountPages: false,
  somebodySignedIn: false,
};
const ready: Readiness = {
  administrators: 2,
  emailConnector: true,
  application: true,
  accountPages: true,
  somebodySignedIn: true,
};

test('a fresh installation has its administrator and nothing else', () => {
  expect(firstSteps(fresh).map(({ id, done }) => [id, done])).toEqual([
    ['administrator', true],
    ['email', false],
    ['application', false],
    ['account', false],
    ['sign_in', false],
  ]);
  expect(concerns(fresh, false).map(({ sentence }) => sentence)).toEqual([
    'console.home_no_email',
    'console.home_account_off',
    'console.home_one_administrator',
  ]);
  expect(concerns(fresh, true)[0]?.sentence).toBe('console.home_no_email_development');
});

test('where everything is there, nothing is left', () => {
  expect(firstSteps(ready).every(({ done }) => done)).toBe(true);
  expect(concerns(ready, false)).toEqual([]);
});
