import { expect, test } from 'vitest';
import { fakeClient } from '../testing/fake-client.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { useSteps } from './use-steps.ts';

test('what came of a change on one step is over on the next', async () => {
  let resets = 0;
  const client = fakeClient({
    getAccount: () => ({ id: 'ada' }),
    getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
    getPublicSignInExperience: () => ({}),
  });
  const change = {
    reset() {
      resets += 1;
    },
  };
  const hook = await renderHook(client, () => useSteps<'ask' | 'code'>('ask', change));
  expect(hook.current()).toMatchObject({ step: 'ask', turn: {} });
  await hook.during(() => hook.current().go('code'));
  expect(hook.current()).toMatchObject({ step: 'code', turn: { turn: 1 } });
  expect(resets).toBe(1);
  await hook.unmount();
});
