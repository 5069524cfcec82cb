import { beforeEach, expect, test, vi } from 'vitest';
import { arrive } from './arrive.ts';

const { FakeProblem, did, steps, goTo } = vi.hoisted(() => {
  class FakeProblem extends Error {
    readonly code: string;
    readonly data: unknown;
    constructor(code: string, data?: unknown) {
      super(code);
      this.code = code;
      this.data = data;
    }
  }
  const did: string[] = [];
  const steps: { missing: string[] } = { missing: [] };
  return { FakeProblem, did, steps, goTo: vi.fn() };
});
vi.mock('@freehold/client/react/kit', () => ({
  Problem: FakeProblem,
  isRecord: (value: unknown) => typeof value === 'object' && value !== null,
}));
vi.mock('../ui/boot.ts', () => ({ boot: { signIn: {} } }));
vi.mock('../ui/route.ts', () => ({ goTo }));
vi.mock('./agreement.tsx', () => ({ given: {}, mustAgree: () => false }));
vi.mock('./ways.ts', () => ({ ways: { signUp: {} } }));
vi.mock('./begin.ts', () => ({ begin: vi.fn() }));
vi.mock('./code-step.ts', () => ({}));
vi.mock('./experience.ts', () => ({
  proveSocial: async () => did.push('prove'),
  identify: async (verificationId?: string) => {
    did.push(verificationId === undefined ? 'create' : 'identify');
    if (verificationId !== undefined) throw new FakeProblem('user.identity_not_exist');
    if (steps.missing.length > 0) throw new FakeProblem('user.missing_profile', { missingProfile: steps.missing });
  },
  goOverTo: async () => did.push('go over'),
  addToAccount: async () => did.push('add'),
  finish: async () => did.push('finish'),
}));

beforeEach(() => {
  did.length = 0;
  steps.missing = [];
  goTo.mockReset();
});

const all = ['prove', 'identify', 'go over', 'add', 'create', 'finish'];
const outing = { connectorId: 'mock', verificationId: 'proven' };
const arriveUntil = (last?: string) => arrive(outing, {}, { isGone: () => did.at(-1) === last });

test('whoever stays is registered with an identity that nobody has linked', async () => {
  await arriveUntil();
  expect(did).toEqual(all);
});

test.each(all.slice(0, -1))('for whoever has left during "%s", nothing comes after it', async step => {
  await arriveUntil(step);
  expect(did).toEqual(all.slice(0, all.indexOf(step) + 1));
});

test('whoever has left is not sent to the page that asks for what is missing', async () => {
  steps.missing = ['username'];
  await arriveUntil('create');
  expect(goTo).not.toHaveBeenCalled();
  await arriveUntil();
  expect(goTo).toHaveBeenCalledWith('/register/more');
});
