import type { WordKey } from '@freehold/client/react/kit';
import type { AccountField, Senders, SensitiveAction, StepUpPolicy } from '@freehold/contract';
import type { SettingsDraft } from './settings-draft.ts';

/** What a warning depends on beside the settings. */
export interface Surroundings {
  readonly policy: StepUpPolicy;
  readonly senders: Senders;
  /** Whether there is a provider that people could link. */
  readonly hasProviders: boolean;
}

/** Fields that have no page and no API yet. */
export const laterFields: readonly AccountField[] = ['mfa', 'passkey', 'session', 'trustedDevice'];

/** The change that takes an account over: who makes it unasked needs nothing but an unlocked screen. */
const takeovers: Partial<Record<AccountField, SensitiveAction>> = {
  email: 'email.change',
  phone: 'phone.change',
  password: 'password.set',
};

/** What an administrator should know about a field as it stands: who is left without a way, and what stands open. */
export function warningsFor(
  field: AccountField,
  draft: SettingsDraft,
  { policy, senders, hasProviders }: Surroundings,
): readonly WordKey[] {
  const choice = draft.fields[field];
  const edit = choice === 'Edit';
  const warnings: WordKey[] = [];
  if (field === 'password' && !edit) warnings.push('fields.warn_password');
  if (field === 'email' && !edit) warnings.push('fields.warn_email');
  if (field === 'email' && edit && !senders.email) warnings.push('fields.warn_email_sender');
  if (field === 'phone' && edit && !senders.phone) warnings.push('fields.warn_phone_sender');
  if (field === 'social' && edit && !hasProviders) warnings.push('fields.warn_social');
  if (field === 'profile' && choice === 'Off' && draft.profileFields !== undefined)
    warnings.push('fields.warn_profile');
  const takeover = takeovers[field];
  if (edit && takeover !== undefined && policy.actions[takeover].proof === 'never')
    warnings.push('fields.warn_unproven');
  return warnings;
}
