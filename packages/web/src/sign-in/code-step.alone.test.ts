import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CodeStep, keepCode, restoreCode } from './code-step.ts';

const { FakeProblem, readProgress, kept } = vi.hoisted(() => ({
  FakeProblem: class extends Error {
    readonly code: string;
    constructor(code: string) {
      super(code);
      this.code = code;
    }
  },
  readProgress: vi.fn(),
  kept: new Map<string, unknown>(),
}));
vi.mock('@freehold/client/react/kit', () => ({
  Problem: FakeProblem,
  isRecord: (value: unknown) => typeof value === 'object' && value !== null,
  tabMemory: {
    keep: (key: string, value: unknown) => kept.set(key, value),
    kept: (key: string) => kept.get(key),
    drop: (key: string) => kept.delete(key),
  },
}));
vi.mock('../ui/boot.ts', () => ({ boot: {} }));
vi.mock('./experience.ts', () => ({ readProgress }));

const step: CodeStep = {
  event: 'SignIn',
  to: { type: 'email', value: 'ada@example.com' },
  verificationId: 'sent',
  sentAt: 0,
  endsAt: 600_000,
  sends: 1,
  mayAskAt: 30_000,
};

beforeEach(() => {
  keepCode(step);
});
afterEach(() => kept.clear());

const knows = (verified: boolean) => ({ verificationRecords: [{ id: 'sent', verified }] });

test('a code that the server knows is found again after a reload', async () => {
  readProgress.mockResolvedValueOnce(knows(false));
  expect(await restoreCode('SignIn')).toEqual(step);
});

test('so is one while the server cannot be reached: it may well work', async () => {
  readProgress.mockRejectedValueOnce(new FakeProblem('network'));
  expect(await restoreCode('SignIn')).toEqual(step);
});

test.each([
  ['has been used', 'SignIn', knows(true)],
  ['the server knows nothing of', 'SignIn', undefined],
  ['was sent for something else', 'Register', knows(false)],
] as const)('one that %s is not', async (_, event, progress) => {
  readProgress.mockResolvedValueOnce(progress);
  expect(await restoreCode(event)).toBeUndefined();
});
