import type { WordKey, Words } from '@freehold/client/react/kit';
import type { ProofMethod, SensitiveAction, StepUpJudgement, StepUpRule } from '@freehold/contract';

/** What people do, as the rows are named. */
export const actionNames: Readonly<Record<SensitiveAction, WordKey>> = {
  'username.change': 'policy.username_change',
  'username.remove': 'policy.username_remove',
  'password.set': 'policy.password_set',
  'email.change': 'policy.email_change',
  'email.remove': 'policy.email_remove',
  'phone.change': 'policy.phone_change',
  'phone.remove': 'policy.phone_remove',
  'identity.link': 'policy.identity_link',
  'identity.unlink': 'policy.identity_unlink',
  'factor.add': 'policy.factor_add',
  'factor.remove': 'policy.factor_remove',
  'factor.rename': 'policy.factor_rename',
  'mfa.settings': 'policy.mfa_settings',
  'backup-codes.read': 'policy.backup_codes_read',
  'sessions.read': 'policy.sessions_read',
  'sessions.revoke': 'policy.sessions_revoke',
  'grants.read': 'policy.grants_read',
  'grants.revoke': 'policy.grants_revoke',
  'trusted-devices.read': 'policy.trusted_devices_read',
  'trusted-devices.revoke': 'policy.trusted_devices_revoke',
  'account.export': 'policy.account_export',
  'account.delete': 'policy.account_delete',
};

/** A time in the largest unit that it is a whole number of. */
export const ageValues = (seconds: number) =>
  seconds % 60 === 0 ? { unit: 'minutes', count: seconds / 60 } : { unit: 'seconds', count: seconds };

/** What a rule asks, as a sentence. */
export function ruleSentence({ proof, strength, singleUse, maxAgeSeconds }: StepUpRule, { text }: Words): string {
  if (proof === 'never') return text('policy.rule_never');
  const values = { strength, once: singleUse ? 'yes' : 'no', ...ageValues(maxAgeSeconds) };
  return text(proof === 'always' ? 'policy.rule_always' : 'policy.rule_ifAble', values);
}

/** "The password, a code by text message, or a code by email", as the language puts it. */
export function methodList(methods: readonly ProofMethod[], { text, locale }: Words): string {
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  return list.format(methods.map(method => text(`verdict.method_${method}`)));
}

/** What it comes to for somebody: nothing is asked, something is, or they cannot do it at all. */
export type Outcome = 'allowed' | 'asked' | 'blocked';

export function outcomeOf({
  proofNeeded,
  acceptableMethods,
}: Pick<StepUpJudgement, 'proofNeeded' | 'acceptableMethods'>): Outcome {
  if (!proofNeeded) return 'allowed';
  return acceptableMethods.length > 0 ? 'asked' : 'blocked';
}

/** What somebody would be asked, and which part of the rule decided. */
export function verdictSentence(
  { reason, acceptableMethods }: Pick<StepUpJudgement, 'reason' | 'acceptableMethods'>,
  words: Words,
): string {
  return words.text(`verdict.${reason}`, { methods: methodList(acceptableMethods, words) });
}
