import {
  type ProofMethod,
  proofMethods,
  type SensitiveAction,
  type StepUpActions,
  type StepUpPolicy,
  type StepUpRule,
  type StepUpVerdict,
  sensitiveActions,
  stepUpPresetActions,
  stepUpPresets,
} from '@freehold/contract';
import type { StepUpColumns } from './account-center.store.ts';

/** What a user could prove themselves with. */
export interface MeansOfProof {
  readonly hasPassword: boolean;
  readonly hasPrimaryEmail: boolean;
  readonly hasPrimaryPhone: boolean;
}

/** By which channels a code can be sent at all. */
export interface Senders {
  readonly email: boolean;
  readonly phone: boolean;
}

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

const isSameRule = (a: StepUpRule, b: StepUpRule): boolean =>
  a.proof === b.proof &&
  a.maxAgeSeconds === b.maxAgeSeconds &&
  a.singleUse === b.singleUse &&
  a.strength === b.strength;

/**
 * What `policy` asks of a user with these means for `action`.
 *
 * Whether a proof is needed depends on what the user has, not on what can be sent: an operator who takes a connector away
 * must not open the accounts of everybody who could prove themselves by it alone.
 */
export function judgeStepUp(
  policy: StepUpPolicy,
  action: SensitiveAction,
  means: MeansOfProof,
  senders: Senders = everySender,
): StepUpVerdict {
  const { proof, strength, maxAgeSeconds, singleUse } = policy.actions[action];
  const all = methodsOf(means);
  const methods = all.filter(method => method === 'password' || senders[method]);
  const proofNeeded = proof === 'always' || (proof === 'ifAble' && all.length > 0);
  return {
    proofNeeded,
    acceptableMethods: strength === 'strongest' ? methods.slice(0, 1) : methods,
    maxAgeSeconds,
    singleUse,
    because: reason(proof, action, methods, all),
  };
}

const everySender: Senders = { email: true, phone: true };

const methodsOf = (means: MeansOfProof): ProofMethod[] => {
  const has = { password: means.hasPassword, phone: means.hasPrimaryPhone, email: means.hasPrimaryEmail };
  return proofMethods.filter(method => has[method]);
};

function reason(
  proof: StepUpRule['proof'],
  action: SensitiveAction,
  methods: readonly ProofMethod[],
  all: readonly ProofMethod[],
): string {
  if (proof === 'never') return `The policy asks no proof for ${action}.`;
  if (methods.length < all.length && methods.length === 0)
    return `The policy asks a proof for ${action}, and this user has only ${all.join(' and ')}, for which no connector can send a code.`;
  if (proof === 'ifAble')
    return methods.length > 0
      ? `The policy asks a proof for ${action} of users who can give one, and this user can by ${methods.join(', ')}.`
      : `The policy asks a proof for ${action} only of users who can give one, and this user has no password, email or phone.`;
  return methods.length > 0
    ? `The policy always asks a proof for ${action}.`
    : `The policy always asks a proof for ${action}, and this user has no password, email or phone to give one with.`;
}
