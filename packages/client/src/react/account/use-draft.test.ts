import { expect, test } from 'vitest';
import { fakeClient } from '../testing/fake-client.ts';
import { FakePage } from '../testing/fake-page.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { useDraft } from './use-draft.ts';

const client = fakeClient({
  getAccount: () => ({ id: 'ada' }),
  getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
  getPublicSignInExperience: () => ({}),
});

/** Opens a task in a tab, as it is after a reload, and does something with its draft. */
async function visit(page: FakePage, task: string, owner: string, work: (draft: Draft) => void = () => {}) {
  const hook = await renderHook(client, () => useDraft<{ typed: string }>(task, owner), page);
  const { draft } = hook.current();
  await hook.during(() => work(hook.current()));
  await hook.unmount();
  return draft;
}
type Draft = ReturnType<typeof useDraft<{ typed: string }>>;

test('what was typed is there again after a reload', async () => {
  const page = new FakePage();
  expect(await visit(page, 'email', 'ada', ({ keep }) => keep({ typed: 'ada@' }))).toBeUndefined();
  expect(await visit(page, 'email', 'ada', ({ keep }) => keep({ typed: 'ada@example.com' }))).toEqual({
    typed: 'ada@',
  });
  expect(await visit(page, 'email', 'ada')).toEqual({ typed: 'ada@example.com' });
});

test('it is nobody else’s, and of no other task', async () => {
  const page = new FakePage();
  await visit(page, 'email', 'ada', ({ keep }) => keep({ typed: 'ada@' }));
  expect(await visit(page, 'phone', 'ada')).toBeUndefined();
  expect(await visit(page, 'email', 'bob')).toBeUndefined();
});

test('nobody else’s takes its place: in the console the preview’s people, who are made up, type in the same tab', async () => {
  const page = new FakePage();
  await visit(page, 'email', 'ada', ({ keep }) => keep({ typed: 'ada@' }));
  await visit(page, 'email', 'sample-full', ({ keep }) => keep({ typed: 'made@up' }));
  await visit(page, 'email', 'sample-full', ({ drop }) => drop());
  expect(await visit(page, 'email', 'ada')).toEqual({ typed: 'ada@' });
});

test('it is gone once it has served', async () => {
  const page = new FakePage();
  await visit(page, 'email', 'ada', ({ keep }) => keep({ typed: 'ada@' }));
  await visit(page, 'email', 'ada', ({ drop }) => drop());
  expect(page.kept.size).toBe(0);
});

test.each(['nonsense', '[]', 'null', '"x"', '1'])('what is no draft of ours is none: %s', async found => {
  const page = new FakePage();
  page.kept.set('freehold:draft:ada:email', found);
  expect(await visit(page, 'email', 'ada')).toBeUndefined();
});
