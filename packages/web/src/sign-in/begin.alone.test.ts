import { beforeEach, expect, test, vi } from 'vitest';
import { begin } from './begin.ts';
import { linkAfterSignIn, pendingLink } from './linking.ts';

const { startExperience, forgetCode } = vi.hoisted(() => ({ startExperience: vi.fn(), forgetCode: vi.fn() }));
vi.mock('./experience.ts', () => ({ startExperience }));
vi.mock('./code-step.ts', () => ({ forgetCode }));

beforeEach(() => linkAfterSignIn({ verificationId: 'proven', provider: 'Mock' }));

test('who begins anew links nothing any more: the server has forgotten what was proven at the provider', async () => {
  await begin('ForgotPassword');
  expect(startExperience).toHaveBeenCalledWith('ForgotPassword');
  expect(pendingLink()).toBeUndefined();
});

test('what the server has not forgotten is still linked', async () => {
  startExperience.mockRejectedValueOnce(new Error('no answer'));
  await expect(begin('Register')).rejects.toThrow('no answer');
  expect(pendingLink()).toBeDefined();
});
