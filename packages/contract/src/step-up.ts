/**
 * The step-up policy: which sensitive action needs a fresh proof of who the caller is, how fresh,
 * how strong, and whether one proof serves once. A table per tenant, not code.
 */
import { z } from 'zod';

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

export const StepUpRule = z.object({
  /** `ifAble`: only if the user has a way to prove themselves (password, primary email or phone). */
  proof: z.enum(['always', 'ifAble', 'never']),
  /** A proof older than this, in seconds since it was verified, does not count. At most 600: records live ten minutes. */
  maxAgeSeconds: z.int().min(30).max(600),
  /** The proof is used up by the change that it allows. */
  singleUse: z.boolean(),
  /** `strongest`: only by the strongest method that the user has. */
  strength: z.enum(['any', 'strongest']),
});
export type StepUpRule = z.output<typeof StepUpRule>;
export type StepUpActions = { readonly [A in SensitiveAction]: StepUpRule };

export const StepUpPolicy = z.object({
  preset: z.enum(stepUpPresets),
  /** A change of password, email, phone or factor ends the user's other sessions. */
  endOtherSessions: z.boolean(),
  actions: z.record(z.enum(sensitiveActions), StepUpRule),
});
export type StepUpPolicy = z.output<typeof StepUpPolicy>;

/** Ways in which a user can prove who they are, strongest first. */
export const proofMethods = ['password', 'phone', 'email'] as const;
export type ProofMethod = (typeof proofMethods)[number];

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
