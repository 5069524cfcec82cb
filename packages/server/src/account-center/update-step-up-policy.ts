import {
  type accountCenterRoutes,
  type StepUpPolicy,
  type StepUpPolicyChange,
  type StepUpRule,
  sensitiveActions,
  stepUpPresetActions,
  stepUpPresetEndsOtherSessions,
} from '@freehold/contract';
import { etagOfValue, type Handler, requireMatch, withEtag } from '../operation/index.ts';
import { lockAccountCenter, saveAccountCenter } from './account-center.store.ts';
import { effectiveStepUpPolicy, overridesOf } from './step-up-policy.ts';

/** Changes the step-up policy: a preset resets it, single rows are laid over that. */
export const updateStepUpPolicy: Handler<typeof accountCenterRoutes.updateStepUpPolicy> = (
  { tenant, transaction, ifMatch },
  { body },
) =>
  transaction(async ({ tx, emit }) => {
    const locked = await lockAccountCenter(tx, tenant.id);
    const current = effectiveStepUpPolicy(locked);
    requireMatch(ifMatch, etagOfValue(current));
    const actions = sensitiveActions.filter(action => body.actions?.[action] !== undefined);
    if (body.preset === undefined && body.endOtherSessions === undefined && actions.length === 0)
      return withEtag(current);
    const policy = apply(body, current);
    await emit({ type: 'settings-changed', data: { settings: 'step-up-policy', preset: policy.preset, actions } });
    const saved = await saveAccountCenter(tx, tenant.id, locked, {
      step_up_preset: policy.preset,
      step_up_actions: overridesOf(policy),
      end_other_sessions: policy.endOtherSessions,
    });
    return withEtag(effectiveStepUpPolicy(saved));
  });

function apply({ preset, endOtherSessions, actions = {} }: StepUpPolicyChange, current: StepUpPolicy): StepUpPolicy {
  const base: StepUpPolicy = preset
    ? { preset, endOtherSessions: stepUpPresetEndsOtherSessions[preset], actions: stepUpPresetActions[preset] }
    : current;
  const changed = sensitiveActions.map(action => [action, overlay(base.actions[action], actions[action] ?? {})]);
  return {
    preset: base.preset,
    endOtherSessions: endOtherSessions ?? base.endOtherSessions,
    actions: Object.fromEntries(changed) as StepUpPolicy['actions'],
  };
}

const overlay = (rule: StepUpRule, change: { [K in keyof StepUpRule]?: StepUpRule[K] | undefined }): StepUpRule => ({
  proof: change.proof ?? rule.proof,
  maxAgeSeconds: change.maxAgeSeconds ?? rule.maxAgeSeconds,
  singleUse: change.singleUse ?? rule.singleUse,
  strength: change.strength ?? rule.strength,
});
