import { expect, test } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';

test('tells whether the change will sign the person out elsewhere, as the policy has it', async () => {
  const app = await createTestApp();
  await app.enableAccountCenter();
  const token = await app.signIn(await app.createUser());
  const ends = async (action: string): Promise<boolean> =>
    (await app.account(token, 'GET', `/api/verifications/methods?action=${action}`)).body.endsOtherSessions;
  expect([await ends('password.set'), await ends('email.remove'), await ends('identity.link')]).toEqual([
    true,
    true,
    false,
  ]);
  await app.management('PATCH', '/api/account-center/step-up-policy', { endOtherSessions: false });
  expect(await ends('password.set')).toBe(false);
});
