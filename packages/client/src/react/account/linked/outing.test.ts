import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Client } from '../../../index.ts';
import { leaveForProvider, takeReturn, webAddress } from './outing.ts';

const callbackUri = 'https://id.example/account/security/linked/callback';
const kept = new Map<string, string>();
const page = {
  origin: 'https://id.example',
  pathname: '/account/security/linked',
  search: '?redirect=x',
  assign: vi.fn(),
};
const history = { state: null, replaceState: vi.fn() };

beforeEach(() => {
  vi.stubGlobal('location', page);
  vi.stubGlobal('history', history);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  Object.assign(page, { pathname: '/account/security/linked', search: '?redirect=x' });
});
afterEach(() => {
  kept.clear();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

let state = '';
const clientFor = (authorizationUri: string) =>
  ({
    startSocialVerification: async ({ body }: { body: { state: string } }) => {
      state = body.state;
      return { body: { verificationRecordId: 'record', authorizationUri, expiresAt: '' } };
    },
  }) as unknown as Client;
const provider = { id: 'c', target: 'google' };

function arriveWith(search: string): ReturnType<typeof takeReturn> {
  Object.assign(page, { pathname: new URL(callbackUri).pathname, search });
  return takeReturn(callbackUri);
}

test('what comes back belongs to the way that this tab set out on, once, and leaves nothing in the address', async () => {
  await leaveForProvider(clientFor('https://provider.example/auth'), provider, callbackUri);
  expect(state).toMatch(/^[\w-]{22}$/);
  expect(String(page.assign.mock.calls[0]?.[0])).toBe('https://provider.example/auth');
  const answer = `?code=c&state=${state}&scope=a`;
  expect(arriveWith(answer)).toMatchObject({
    data: { code: 'c', state, scope: 'a' },
    outing: { connectorId: 'c', target: 'google', recordId: 'record' },
  });
  expect(history.replaceState).toHaveBeenLastCalledWith(null, '', '/account/security/linked/callback?redirect=x');
  expect(arriveWith(answer)?.outing).toBeUndefined();
});

test('the answer to another tab’s way is nobody’s', async () => {
  await leaveForProvider(clientFor('https://provider.example/auth'), provider, callbackUri);
  expect(arriveWith('?code=c&state=another')?.outing).toBeUndefined();
  expect(arriveWith('?code=c')?.outing).toBeUndefined();
  expect(history.replaceState).toHaveBeenLastCalledWith(null, '', '/account/security/linked/callback');
});

test('an address without an answer, and another address, are none', () => {
  expect(arriveWith('?redirect=x')).toBeUndefined();
  Object.assign(page, { pathname: '/account/security/linked', search: '?code=c&state=s' });
  expect(takeReturn(callbackUri)).toBeUndefined();
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'app://x', 'no address'])(
  'nobody is sent to %s',
  async address => {
    expect(webAddress(address)).toBeUndefined();
    await expect(leaveForProvider(clientFor(address), provider, callbackUri)).rejects.toMatchObject({
      code: 'page.no_way_on',
    });
    expect(kept.size).toBe(0);
    expect(page.assign).not.toHaveBeenCalled();
  },
);
