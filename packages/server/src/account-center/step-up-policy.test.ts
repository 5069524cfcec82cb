import {
  type SensitiveAction,
  type StepUpPreset,
  sensitiveActions,
  stepUpPresetActions,
  stepUpPresets,
} from '@freehold/contract';
import { describe, expect, it } from 'vitest';
import { effectiveStepUpPolicy, judgeStepUp, overridesOf } from './step-up-policy.ts';

const preset = (name: StepUpPreset) =>
  effectiveStepUpPolicy({ step_up_preset: name, step_up_actions: {}, end_other_sessions: true });

const nobody = { hasPassword: false, hasPrimaryEmail: false, hasPrimaryPhone: false };
const withPassword = { ...nobody, hasPassword: true };
const withEverything = { hasPassword: true, hasPrimaryEmail: true, hasPrimaryPhone: true };

describe('step-up policy', () => {
  it.each(stepUpPresets)('%s has a rule for every action', name => {
    expect(Object.keys(preset(name).actions).sort()).toEqual([...sensitiveActions].sort());
  });

  it('lays overrides over the preset and keeps nothing else of it', () => {
    const rule = { proof: 'always', maxAgeSeconds: 60, singleUse: true, strength: 'any' } as const;
    const policy = effectiveStepUpPolicy({
      step_up_preset: 'default',
      step_up_actions: { 'username.change': rule },
      end_other_sessions: false,
    });
    expect(policy.actions['username.change']).toEqual(rule);
    expect(policy.actions['email.change']).toEqual(stepUpPresetActions.default['email.change']);
    expect(overridesOf(policy)).toEqual({ 'username.change': rule });
    expect(overridesOf(preset('strict'))).toEqual({});
  });

  it('is strict about a preset that it does not know', () => {
    expect(
      effectiveStepUpPolicy({ step_up_preset: 'newer', step_up_actions: {}, end_other_sessions: true }).preset,
    ).toBe('strict');
  });

  it.each<[StepUpPreset, SensitiveAction, typeof nobody, boolean, string[]]>([
    ['default', 'username.change', withPassword, false, ['password']],
    ['default', 'username.remove', withPassword, true, ['password']],
    ['compatible', 'username.change', withPassword, true, ['password']],
    ['default', 'password.set', nobody, false, []],
    ['default', 'password.set', { ...nobody, hasPrimaryEmail: true }, true, ['email']],
    ['default', 'email.change', nobody, true, []],
    ['default', 'email.change', withEverything, true, ['password', 'phone', 'email']],
    ['strict', 'email.change', withEverything, true, ['password']],
    ['strict', 'email.change', { ...withEverything, hasPassword: false }, true, ['phone']],
    ['strict', 'identity.link', nobody, false, []],
  ])('%s, %s, %o: proof %s by %o', (name, action, means, proofNeeded, acceptableMethods) => {
    const verdict = judgeStepUp(preset(name), action, means);
    expect(verdict).toMatchObject({ proofNeeded, acceptableMethods });
    expect(verdict.because).toContain(action);
  });

  describe('where codes cannot be sent', () => {
    const byMail = { ...nobody, hasPrimaryEmail: true };
    const byBoth = { ...byMail, hasPrimaryPhone: true };

    it.each<[StepUpPreset, SensitiveAction, typeof nobody, { email: boolean; phone: boolean }, boolean, string[]]>([
      ['default', 'email.change', withEverything, { email: false, phone: false }, true, ['password']],
      ['default', 'email.change', withEverything, { email: true, phone: false }, true, ['password', 'email']],
      ['strict', 'email.change', byBoth, { email: true, phone: true }, true, ['phone']],
      ['strict', 'email.change', byBoth, { email: true, phone: false }, true, ['email']],
      // What the user has decides whether a proof is needed: no connector opens no account.
      ['default', 'password.set', byMail, { email: false, phone: true }, true, []],
      ['default', 'password.set', nobody, { email: false, phone: false }, false, []],
    ])('%s, %s, %o, %o: proof %s by %o', (name, action, means, senders, proofNeeded, acceptableMethods) => {
      const verdict = judgeStepUp(preset(name), action, means, senders);
      expect(verdict).toMatchObject({ proofNeeded, acceptableMethods });
    });

    it('says so', () => {
      const verdict = judgeStepUp(preset('default'), 'email.change', byMail, { email: false, phone: false });
      expect(verdict.because).toContain('only email');
      expect(verdict.because).toContain('no connector');
    });
  });

  it.each<[string, SensitiveAction, typeof nobody, { email: boolean; phone: boolean }]>([
    ['never', 'username.change', withPassword, { email: true, phone: true }],
    ['always', 'email.change', withPassword, { email: false, phone: false }],
    ['noMeans', 'email.change', nobody, { email: true, phone: true }],
    ['noSender', 'email.change', { ...nobody, hasPrimaryEmail: true }, { email: false, phone: true }],
    ['ifAble', 'password.set', withPassword, { email: true, phone: true }],
    ['unable', 'password.set', nobody, { email: false, phone: false }],
    ['noSender', 'password.set', { ...nobody, hasPrimaryPhone: true }, { email: true, phone: false }],
  ])('says in a word which part of the rule decided: %s for %s, %o, %o', (reason, action, means, senders) => {
    expect(judgeStepUp(preset('default'), action, means, senders).reason).toBe(reason);
  });

  it('passes freshness and single use on', () => {
    expect(judgeStepUp(preset('strict'), 'email.change', withPassword)).toMatchObject({
      maxAgeSeconds: 600,
      singleUse: true,
    });
  });
});
