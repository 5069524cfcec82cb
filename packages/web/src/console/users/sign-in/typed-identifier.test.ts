import { expect, test } from 'vitest';
import { memberOfProblem, readTyped } from './typed-identifier.ts';

test.each([
  ['username', ' ada_1 ', { value: 'ada_1' }],
  ['username', '1ada', { problem: 'username.charset' }],
  ['username', 'a b', { problem: 'username.charset' }],
  ['primaryEmail', 'ada＠example.com', { value: 'ada@example.com' }],
  ['primaryEmail', 'ada', { problem: 'identifier.not_an_email' }],
  ['primaryPhone', '+886 912-345-678', { value: '886912345678' }],
  ['primaryPhone', '00886912345678', { value: '886912345678' }],
  ['primaryPhone', '0912345678', { problem: 'identifier.phone_without_country' }],
  ['primaryPhone', 'call me', { problem: 'identifier.not_a_phone_number' }],
  ['primaryPhone', '', { value: '' }],
] as const)('%s: %s', (member, typed, read) => expect(readTyped(member, typed)).toEqual(read));

test('a refusal finds its field', () => {
  expect(memberOfProblem('user.username_too_short')).toBe('username');
  expect(memberOfProblem('user.email_already_in_use')).toBe('primaryEmail');
  expect(memberOfProblem('user.invalid_phone')).toBe('primaryPhone');
  expect(memberOfProblem('server.busy')).toBeUndefined();
});
