/**
 * The step-up policy: which sensitive action needs a fresh proof of who the caller is, how fresh,
 * how strong, and whether one proof serves once. A table per tenant, not code.
 *
 * Without the validator (`step-up-schemas.ts`): the console works with these values, and what reads requests has no business
 * in a browser, where it would probe for `eval` against the pages' content security policy.
 */
import type { StepUpRule } from './step-up-schemas.ts';

export const sensitiveActions = [
  'username.change',
  'username.remove',
  'password.set',
  'email.change',
  'email.remove',
  'phone.change',
  'phone.remove',
  'identity.link',
  'identity.unlink',
  'factor.add',
  'factor.remove',
  'factor.rename',
  'mfa.settings',
  'backup-codes.read',
  'sessions.read',
  'sessions.revoke',
  'grants.read',
  'grants.revoke',
  'trusted-devices.read',
  'trusted-devices.revoke',
  'account.export',
  'account.delete',
] as const;
export type SensitiveAction = (typeof sensitiveActions)[number];

/** What ends the user's other sessions, unless the policy keeps them. */
export const actionsEndingOtherSessions = [
  'password.set',
  'email.change',
  'email.remove',
  'phone.change',
  'phone.remove',
] as const satisfies readonly SensitiveAction[];

export const stepUpPresets = ['default', 'compatible', 'strict'] as const;
export type StepUpPreset = (typeof stepUpPresets)[number];

/** Whether two rules ask the same. */
export const isSameRule = (a: StepUpRule, b: StepUpRule): boolean =>
  a.proof === b.proof &&
  a.maxAgeSeconds === b.maxAgeSeconds &&
  a.singleUse === b.singleUse &&
  a.strength === b.strength;
export type StepUpActions = { readonly [A in SensitiveAction]: StepUpRule };

/** Ways in which a user can prove who they are, strongest first. */
export const proofMethods = ['password', 'phone', 'email'] as const;
export type ProofMethod = (typeof proofMethods)[number];

/**
 * Which part of a rule decided: nobody is asked · everybody is, and this user can · those who can are, and this user can ·
 * those who can are, and this user has nothing · everybody is, and this user has nothing · this user has only ways by which
 * nothing can be sent.
 */
export const stepUpReasons = ['never', 'always', 'ifAble', 'unable', 'noMeans', 'noSender'] as const;
export type StepUpReason = (typeof stepUpReasons)[number];

const always: StepUpRule = { proof: 'always', maxAgeSeconds: 600, singleUse: false, strength: 'any' };
const ifAble: StepUpRule = { ...always, proof: 'ifAble' };
const never: StepUpRule = { ...always, proof: 'never' };

const compatible: StepUpActions = {
  'username.change': always,
  'username.remove': always,
  'password.set': ifAble,
  'email.change': always,
  'email.remove': always,
  'phone.change': always,
  'phone.remove': always,
  'identity.link': ifAble,
  'identity.unlink': ifAble,
  'factor.add': always,
  'factor.remove': always,
  'factor.rename': always,
  'mfa.settings': always,
  'backup-codes.read': always,
  'sessions.read': always,
  'sessions.revoke': always,
  'grants.read': always,
  'grants.revoke': always,
  'trusted-devices.read': always,
  'trusted-devices.revoke': always,
  'account.export': always,
  'account.delete': always,
};

const strongest = { strength: 'strongest' } as const;

const once: StepUpRule = { ...always, singleUse: true };
const onceStrongest: StepUpRule = { ...once, ...strongest };

const strict: StepUpActions = {
  'username.change': onceStrongest,
  'username.remove': onceStrongest,
  'password.set': { ...onceStrongest, proof: 'ifAble' },
  'email.change': onceStrongest,
  'email.remove': onceStrongest,
  'phone.change': onceStrongest,
  'phone.remove': onceStrongest,
  'identity.link': { ...onceStrongest, proof: 'ifAble' },
  'identity.unlink': { ...onceStrongest, proof: 'ifAble' },
  'factor.add': onceStrongest,
  'factor.remove': onceStrongest,
  'factor.rename': once,
  'mfa.settings': onceStrongest,
  'backup-codes.read': onceStrongest,
  'sessions.read': once,
  'sessions.revoke': once,
  'grants.read': once,
  'grants.revoke': once,
  'trusted-devices.read': once,
  'trusted-devices.revoke': once,
  'account.export': onceStrongest,
  'account.delete': onceStrongest,
};

/** The rows of each preset. */
export const stepUpPresetActions: { readonly [P in StepUpPreset]: StepUpActions } = {
  default: {
    ...compatible,
    'username.change': never,
    'factor.add': { ...always, ...strongest },
    'factor.remove': { ...always, ...strongest },
  },
  compatible,
  strict,
};

/** Whether a preset ends the other sessions after a change of password, email, phone or factor. */
export const stepUpPresetEndsOtherSessions: { readonly [P in StepUpPreset]: boolean } = {
  default: true,
  compatible: false,
  strict: true,
};
