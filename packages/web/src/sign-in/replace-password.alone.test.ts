import { beforeEach, expect, test, vi } from 'vitest';
import { replacePassword } from './replace-password.ts';

const { FakeProblem, resetPassword, submitExperience } = vi.hoisted(() => ({
  FakeProblem: class extends Error {
    readonly code: string;
    constructor(code: string) {
      super(code);
      this.code = code;
    }
  },
  resetPassword: vi.fn(),
  submitExperience: vi.fn(),
}));
vi.mock('@freehold/client/react/kit', () => ({ Problem: FakeProblem, ask: (call: Promise<unknown>) => call }));
vi.mock('../ui/api.ts', () => ({ api: { resetPassword, submitExperience } }));

beforeEach(() => {
  resetPassword.mockReset().mockResolvedValue(undefined);
  submitExperience.mockReset().mockResolvedValue(undefined);
});

test('a password that is set is set, whatever becomes of putting the recovery away', async () => {
  submitExperience.mockRejectedValueOnce(new FakeProblem('network'));
  await replacePassword('new');
  expect(resetPassword).toHaveBeenCalledTimes(1);
});

test('a password that is in force already had arrived when nobody answered', async () => {
  resetPassword.mockRejectedValueOnce(new FakeProblem('network'));
  await expect(replacePassword('new')).rejects.toThrow('network');
  resetPassword.mockRejectedValueOnce(new FakeProblem('user.same_password'));
  await replacePassword('new');
  expect(submitExperience).toHaveBeenCalledTimes(1);
});

test.each(['new', 'another'])(
  'a password that was in force before is refused, after %s went unanswered',
  async other => {
    resetPassword.mockRejectedValueOnce(new FakeProblem(other === 'new' ? 'password.rejected' : 'network'));
    await expect(replacePassword(other)).rejects.toThrow();
    resetPassword.mockRejectedValueOnce(new FakeProblem('user.same_password'));
    await expect(replacePassword('new')).rejects.toThrow('user.same_password');
    expect(submitExperience).not.toHaveBeenCalled();
  },
);
