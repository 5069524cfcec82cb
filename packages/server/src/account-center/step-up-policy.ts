import {
  isSameRule,
  judgeByPolicy,
  type MeansOfProof,
  type ProofMethod,
  type Senders,
  type SensitiveAction,
  type StepUpActions,
  type StepUpJudgement,
  type StepUpPolicy,
  type StepUpVerdict,
  sensitiveActions,
  stepUpPresetActions,
  stepUpPresets,
  waysToProve,
} from '@freehold/contract';
import type { StepUpColumns } from './account-center.store.ts';

export type { MeansOfProof, Senders } from '@freehold/contract';

/** The tenant's policy in force: the overrides of the row laid over the rows of its preset. */
export function effectiveStepUpPolicy(row: StepUpColumns): StepUpPolicy {
  // A preset that this version does not know can only come from a newer one: the strictest is safe.
  const preset = stepUpPresets.find(name => name === row.step_up_preset) ?? 'strict';
  return {
    preset,
    endOtherSessions: row.end_other_sessions,
    actions: { ...stepUpPresetActions[preset], ...row.step_up_actions },
  };
}

/** Only the rows that differ from the preset's: a later preset reaches the tenant for all others. */
export function overridesOf({ preset, actions }: StepUpPolicy): Partial<StepUpActions> {
  const presetActions = stepUpPresetActions[preset];
  return Object.fromEntries(
    sensitiveActions.filter(action => !isSameRule(actions[action], presetActions[action])).map(a => [a, actions[a]]),
  );
}

/** What `policy` asks of a user with these means for `action`, and why in a sentence. */
export function judgeStepUp(
  policy: StepUpPolicy,
  action: SensitiveAction,
  means: MeansOfProof,
  senders?: Senders,
): StepUpVerdict {
  const judgement = judgeByPolicy(policy, action, means, senders);
  return { ...judgement, because: sentenceOf(judgement, action, waysToProve(means)) };
}

function sentenceOf(
  { reason, acceptableMethods }: StepUpJudgement,
  action: SensitiveAction,
  all: readonly ProofMethod[],
): string {
  switch (reason) {
    case 'never':
      return `The policy asks no proof for ${action}.`;
    case 'noSender':
      return `The policy asks a proof for ${action}, and this user has only ${all.join(' and ')}, for which no connector can send a code.`;
    case 'ifAble':
      return `The policy asks a proof for ${action} of users who can give one, and this user can by ${acceptableMethods.join(', ')}.`;
    case 'unable':
      return `The policy asks a proof for ${action} only of users who can give one, and this user has no password, email or phone.`;
    case 'always':
      return `The policy always asks a proof for ${action}.`;
    case 'noMeans':
      return `The policy always asks a proof for ${action}, and this user has no password, email or phone to give one with.`;
  }
}
