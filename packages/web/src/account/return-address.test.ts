import { expect, test } from 'vitest';
import { returnAddress, taskOf } from './return-address.ts';

test.each([
  ['security/email', 'email'],
  ['security/linked', 'linked'],
  ['security/linked/google', 'linked'],
  ['security', 'security'],
  ['profile', 'profile'],
  ['', 'overview'],
])('the task at “%s” is %s', (place, task) => {
  expect(taskOf(place)).toBe(task);
});

test('keeps what the application’s address had, and says the task and its result', () => {
  expect(returnAddress('https://app.example/settings?tab=2#email', 'security/email', 'done')).toBe(
    'https://app.example/settings?tab=2&account_task=email&account_result=done#email',
  );
});

test('says it once, whatever an earlier task left there', () => {
  const first = returnAddress('https://app.example/', 'security/email', 'done');
  expect(returnAddress(first, 'security/phone', 'cancelled')).toBe(
    'https://app.example/?account_task=phone&account_result=cancelled',
  );
});
