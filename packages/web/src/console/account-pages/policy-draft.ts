import {
  isSameRule,
  judgeByPolicy,
  type MeansOfProof,
  type Senders,
  type SensitiveAction,
  type StepUpPolicy,
  type StepUpPolicyChange,
  type StepUpPreset,
  type StepUpRule,
  sensitiveActions,
  stepUpPresetActions,
  stepUpPresetEndsOtherSessions,
} from '@freehold/contract';

/** The actions that people can take today; the policy knows more, for what comes later. */
export const actionsNow = [
  'username.change',
  'username.remove',
  'password.set',
  'email.change',
  'email.remove',
  'phone.change',
  'phone.remove',
  'identity.link',
  'identity.unlink',
] as const satisfies readonly SensitiveAction[];

export const actionsLater: readonly SensitiveAction[] = sensitiveActions.filter(
  action => !actionsNow.some(now => now === action),
);

/** A preset as it was shipped. */
export const presetPolicy = (preset: StepUpPreset): StepUpPolicy => ({
  preset,
  endOtherSessions: stepUpPresetEndsOtherSessions[preset],
  actions: stepUpPresetActions[preset],
});

/** The actions whose rules differ. */
export const changedActions = (before: StepUpPolicy, after: StepUpPolicy): readonly SensitiveAction[] =>
  sensitiveActions.filter(action => !isSameRule(before.actions[action], after.actions[action]));

/** How many things differ: rules, the preset that they are measured by, and what happens to other devices. */
export const countChanges = (before: StepUpPolicy, after: StepUpPolicy): number =>
  changedActions(before, after).length +
  Number(before.preset !== after.preset) +
  Number(before.endOtherSessions !== after.endOtherSessions);

/** What to send: the preset first, then the rows that differ from it. That says the whole policy, whatever is saved now. */
export function policyChange(draft: StepUpPolicy): StepUpPolicyChange {
  const differing = changedActions(presetPolicy(draft.preset), draft);
  return {
    preset: draft.preset,
    endOtherSessions: draft.endOtherSessions,
    actions: Object.fromEntries(differing.map(action => [action, draft.actions[action]])),
  };
}

const proofs: readonly StepUpRule['proof'][] = ['never', 'ifAble', 'always'];

/** In how many ways a rule asks more and less than another one. */
function weigh(rule: StepUpRule, than: StepUpRule): { readonly more: boolean; readonly less: boolean } {
  const steps = [proofs.indexOf(rule.proof) - proofs.indexOf(than.proof)];
  // How a proof has to be given says nothing where none is asked for.
  if (rule.proof !== 'never' && than.proof !== 'never') {
    steps.push(than.maxAgeSeconds - rule.maxAgeSeconds);
    steps.push(Number(rule.singleUse) - Number(than.singleUse));
    steps.push(Number(rule.strength === 'strongest') - Number(than.strength === 'strongest'));
  }
  return { more: steps.some(step => step > 0), less: steps.some(step => step < 0) };
}

/** How a rule stands to the one of the preset. */
export function standing(rule: StepUpRule, preset: StepUpRule): 'same' | 'stricter' | 'looser' | 'other' {
  if (isSameRule(rule, preset)) return 'same';
  const { more, less } = weigh(rule, preset);
  if (more === less) return 'other';
  return more ? 'stricter' : 'looser';
}

/** The actions of today for which somebody is asked for more than before. */
export const tightenedActions = (before: StepUpPolicy, after: StepUpPolicy): readonly SensitiveAction[] =>
  actionsNow.filter(action => weigh(after.actions[action], before.actions[action]).more);

/** Those of `people` who could not do `action` at all, whatever they tried. */
export const shutOut = <Person>(
  people: readonly Person[],
  meansOf: (person: Person) => MeansOfProof,
  policy: StepUpPolicy,
  action: SensitiveAction,
  senders: Senders,
): readonly Person[] =>
  people.filter(person => {
    const { proofNeeded, acceptableMethods } = judgeByPolicy(policy, action, meansOf(person), senders);
    return proofNeeded && acceptableMethods.length === 0;
  });

/** What I changed since I began, laid over what somebody else has saved meanwhile. */
export function layPolicyOver(begun: StepUpPolicy, mine: StepUpPolicy, theirs: StepUpPolicy): StepUpPolicy {
  const rules = changedActions(begun, mine).map(action => [action, mine.actions[action]]);
  return {
    preset: mine.preset === begun.preset ? theirs.preset : mine.preset,
    endOtherSessions:
      mine.endOtherSessions === begun.endOtherSessions ? theirs.endOtherSessions : mine.endOtherSessions,
    actions: { ...theirs.actions, ...Object.fromEntries(rules) },
  };
}
