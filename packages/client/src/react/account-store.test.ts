import type { Account } from '@freehold/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { AccountStore } from './account-store.ts';
import { breakOff, fakeClient } from './testing/fake-client.ts';

/** What the server is asked for and has not answered yet. */
let open: ((name: string) => void)[];
let slow: boolean;
let broken: boolean;
let dateless: boolean;
let changedAt: number;

const client = fakeClient({
  getAccount: () => {
    if (broken) breakOff();
    if (!slow) return { id: 'ada', name: 'Ada' };
    return new Promise(resolve => open.push(name => resolve({ id: 'ada', name })));
  },
  getSignInMethods: () => {
    if (dateless) breakOff();
    return { password: { isSet: true, updatedAt: changedAt } };
  },
  getPublicAccountCenter: () => ({ enabled: true, fields: {} }),
  getPublicSignInExperience: () => ({}),
});

let store: AccountStore;

beforeEach(async () => {
  open = [];
  slow = false;
  broken = false;
  dateless = false;
  changedAt = 1;
  store = new AccountStore(client);
  await store.load();
});

function shown(): Account['name'] {
  const state = store.state();
  return state.at === 'ready' ? state.view.account.name : state.at;
}

describe('the account that is shown', () => {
  test.each(['refresh', 'load'] as const)(
    'is the one that was asked for last, whatever a %s before it brings',
    async how => {
      slow = true;
      const before = store[how]();
      const after = store.refresh();
      open[1]?.('Grace');
      await after;
      open[0]?.('Ada');
      await before;
      expect(shown()).toBe('Grace');
    },
  );

  test('is said to be an old one when it could not be read again', async () => {
    broken = true;
    await expect(store.refresh()).rejects.toThrow('no answer');
    expect(shown()).toBe('Ada');
    expect(store.state()).toMatchObject({ stale: { code: 'network' } });
    broken = false;
    await store.refresh();
    expect(store.state()).not.toHaveProperty('stale');
  });
});

describe('since when there are ways to sign in', () => {
  const since = () => {
    const state = store.state();
    return state.at === 'ready' ? state.view.methods?.password?.updatedAt : state.at;
  };

  test('is read with the account, and again with it', async () => {
    expect(since()).toBe(1);
    changedAt = 2;
    await store.refresh();
    expect(since()).toBe(2);
  });

  test.each(['refresh', 'load'] as const)('is unknown where a %s could not read it, and nothing else is', async how => {
    dateless = true;
    await store[how]();
    expect([shown(), since()]).toEqual(['Ada', undefined]);
    expect(store.state()).not.toHaveProperty('stale');
  });
});
