/**
 * The rule of the step-up policy, without a database around it: the server judges every sensitive change by it, and the
 * console shows by the same lines what a policy that is not saved yet would ask of somebody. Written twice, the two would
 * part ways some day, and the console would promise what the server does not do.
 */
import { type ProofMethod, proofMethods, type SensitiveAction, type StepUpReason } from './step-up.ts';
import type { StepUpPolicy, StepUpRule } from './step-up-schemas.ts';

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

/** What a policy asks of one user for one action. */
export interface StepUpJudgement {
  readonly proofNeeded: boolean;
  /** Strongest first. Empty where a proof is needed: this user cannot do it at all. */
  readonly acceptableMethods: ProofMethod[];
  readonly maxAgeSeconds: number;
  readonly singleUse: boolean;
  readonly reason: StepUpReason;
}

const everySender: Senders = { email: true, phone: true };

/** The ways that a user has, whether or not anything can be sent by them; strongest first. */
export function waysToProve(means: MeansOfProof): ProofMethod[] {
  const has = { password: means.hasPassword, phone: means.hasPrimaryPhone, email: means.hasPrimaryEmail };
  return proofMethods.filter(method => has[method]);
}

/**
 * What `policy` asks of a user with these means for `action`.
 *
 * Whether a proof is needed depends on what the user has, not on what can be sent: an operator who takes a connector away
 * must not open the accounts of everybody who could prove themselves by it alone.
 */
export function judgeByPolicy(
  policy: Pick<StepUpPolicy, 'actions'>,
  action: SensitiveAction,
  means: MeansOfProof,
  senders: Senders = everySender,
): StepUpJudgement {
  const { proof, strength, maxAgeSeconds, singleUse } = policy.actions[action];
  const all = waysToProve(means);
  const methods = all.filter(method => method === 'password' || senders[method]);
  return {
    proofNeeded: proof === 'always' || (proof === 'ifAble' && all.length > 0),
    acceptableMethods: strength === 'strongest' ? methods.slice(0, 1) : methods,
    maxAgeSeconds,
    singleUse,
    reason: reasonOf(proof, methods.length > 0, all.length > 0),
  };
}

function reasonOf(proof: StepUpRule['proof'], canNow: boolean, hasAny: boolean): StepUpReason {
  if (proof === 'never') return 'never';
  if (hasAny && !canNow) return 'noSender';
  if (proof === 'ifAble') return hasAny ? 'ifAble' : 'unable';
  return hasAny ? 'always' : 'noMeans';
}
