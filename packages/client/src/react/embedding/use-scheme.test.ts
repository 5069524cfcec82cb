import { expect, test } from 'vitest';
import { fakeClient } from '../testing/fake-client.ts';
import { FakePage } from '../testing/fake-page.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { type ColorScheme, useScheme } from './use-scheme.ts';

const client = fakeClient({
  getAccount: () => ({ id: 'ada' }),
  getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
  getPublicSignInExperience: () => ({}),
});

test.each<[ColorScheme, string, string]>([
  ['light', 'light', 'light'],
  ['dark', 'dark', 'dark'],
  ['auto', 'light', 'dark'],
])('%s is %s, and %s once the system prefers dark', async (wished, before, after) => {
  const page = new FakePage();
  const hook = await renderHook(client, () => useScheme(wished), page);
  expect(hook.current()).toBe(before);
  await hook.during(() => page.prefer('dark'));
  expect(hook.current()).toBe(after);
  await hook.during(() => page.prefer('light'));
  expect(hook.current()).toBe(before);
  await hook.unmount();
});
