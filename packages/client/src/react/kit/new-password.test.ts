import { expect, test } from 'vitest';
import { fakeClient } from '../testing/fake-client.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { useNewPassword } from './new-password.tsx';
import { Problem } from './problem.ts';

const policy = {
  minLength: 8,
  maxLength: 256,
  characterTypes: 1,
  rejects: { pwned: true, repetitionAndSequence: false, userInfo: false },
};
const client = fakeClient({
  getAccount: () => ({ id: 'ada' }),
  getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
  getPublicSignInExperience: () => ({}),
});

test.each([
  ['an unfit password', (entry: ReturnType<typeof useNewPassword>) => entry.isFit()],
  [
    'one that the server refused',
    (entry: ReturnType<typeof useNewPassword>) =>
      entry.explain(new Problem('It is yours already.', { status: 422, code: 'user.same_password' })),
  ],
])('what is wrong with %s is no longer said once it is mended', async (_, refuse) => {
  const hook = await renderHook(client, () => useNewPassword(policy));
  await hook.during(() => refuse(hook.current()));
  expect(hook.current().problem.field).toBeDefined();
  await hook.during(() => hook.current().type('a'));
  expect(hook.current()).toMatchObject({ password: 'a', problem: {} });
  expect(hook.current().problem.field).toBeUndefined();
  await hook.unmount();
});
